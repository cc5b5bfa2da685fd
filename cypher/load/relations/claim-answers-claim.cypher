// The claim that it answers.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Claim {id: row.start_id})
MATCH (b:Claim {id: row.end_id})
MERGE (a)-[r:ANSWERS {key: row.key}]->(b)
SET r += row.properties
