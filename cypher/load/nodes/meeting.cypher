// Write meetings: all properties of each are replaced.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MERGE (n:Meeting {id: row.id})
SET n = row.properties
