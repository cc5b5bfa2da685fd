// Reports of some entities other than the statements with these keys.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Meeting|Claim {id: row.id})
WHERE row.label IN labels(n)
MATCH (n)-[r:REPORTED_IN]->(s:Source)
WHERE NOT r.key IN $keys
RETURN DISTINCT row.label AS label, row.id AS id, s.id AS source
ORDER BY label, id, source
