// The meeting at which a claim was made.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Claim {id: row.start_id})
MATCH (b:Meeting {id: row.end_id})
MERGE (a)-[r:MADE_AT {key: row.key}]->(b)
SET r += row.properties
