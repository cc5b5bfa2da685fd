// Delete relationships that begin at entities.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.id})
WHERE row.label IN labels(n)
MATCH (n)-[r]->()
WHERE r.key = row.key
DELETE r
