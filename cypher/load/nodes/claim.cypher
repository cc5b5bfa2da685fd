// Write claims: all properties of each are replaced.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MERGE (n:Claim {id: row.id})
SET n = row.properties
