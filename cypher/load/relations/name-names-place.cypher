// A spelling by which an entity is found.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Name {id: row.start_id})
MATCH (b:Place {id: row.end_id})
MERGE (a)-[r:NAMES {key: row.key}]->(b)
SET r += row.properties
