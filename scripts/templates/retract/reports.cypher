// Reports of some entities other than the statements with these keys.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
UNWIND $rows AS row
MATCH (n:%reported% {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[r:REPORTED_IN]->(s:Source)
WHERE NOT r.key IN $keys AND coalesce(r.said_start, n.id) = row.id
RETURN DISTINCT row.label AS label, row.id AS id, coalesce(r.said_end, s.id) AS source
ORDER BY label, id, source
