// What some entities are a part of, as files other than these say.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[r:PART_OF]->(whole)
WHERE NOT r.file IN $files AND coalesce(r.said_start, n.id) = row.id
RETURN DISTINCT row.label AS label, row.id AS id, row.label AS end_label, coalesce(r.said_end, whole.id) AS end_id,
       r.file AS file
ORDER BY label, id, end_id, file
