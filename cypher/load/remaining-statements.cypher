// Statements that speak of some entities, without those of some files and those with some keys: how many, one example.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.id})
WHERE row.label IN labels(n)
MATCH (n)-[r]-()
WHERE NOT type(r) IN $bookkeeping AND NOT r.file IN $files AND NOT r.key IN $keys
RETURN row.label AS label, row.id AS id, count(r) AS number, min(r.source) AS source, min(r.file) AS file
