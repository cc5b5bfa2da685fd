// What the reports of some entities tell, but for those of some files and those with some keys.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Meeting|Claim {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[r:REPORTED_IN]->(:Source)
WHERE NOT r.file IN $files AND NOT r.key IN $keys AND coalesce(r.said_start, n.id) = row.id
RETURN DISTINCT row.label AS label, row.id AS id, r.status AS status
