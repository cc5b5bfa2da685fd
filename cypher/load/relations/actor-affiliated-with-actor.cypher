// A post or a membership.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Actor {id: row.start_id})
MATCH (b:Actor {id: row.end_id})
MERGE (a)-[r:AFFILIATED_WITH {key: row.key}]->(b)
SET r += row.properties
