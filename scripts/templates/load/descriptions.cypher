// What files other than these say of the own fields of some entities, in the order in which the files were loaded.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[d:DESCRIBED_IN]->(f:Source)
WHERE NOT d.file IN $files AND coalesce(d.said_start, n.id) = row.id
RETURN row.label AS label, row.id AS id, d.key AS key, d.file AS file, d.record AS record, f.position AS position,
       d.remembered AS remembered
ORDER BY label, id, position, file
