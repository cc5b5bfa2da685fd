// To whom a claim was made.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Claim {id: row.start_id})
MATCH (b:Actor {id: row.end_id})
MERGE (a)-[r:ADDRESSED_TO {key: row.key}]->(b)
SET r += row.properties
