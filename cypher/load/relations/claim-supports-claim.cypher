// The claim that it supports.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Claim {id: row.start_id})
MATCH (b:Claim {id: row.end_id})
MERGE (a)-[r:SUPPORTS {key: row.key}]->(b)
SET r += row.properties
