// What a meeting or a claim is about.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Claim {id: row.start_id})
MATCH (b:Topic {id: row.end_id})
MERGE (a)-[r:HAS_TOPIC {key: row.key}]->(b)
SET r += row.properties
