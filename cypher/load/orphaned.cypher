// Delete entities, with what still hangs on them.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.id})
WHERE row.label IN labels(n)
DETACH DELETE n
