// The loaded file that decides that ids are the same entity, or different ones.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Decision {id: row.start_id})
MATCH (b:Source {id: row.end_id})
MERGE (a)-[r:DECIDED_IN {key: row.key}]->(b)
SET r += row.properties
