// Where a meeting was held.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start_id})
MATCH (b:Place {id: row.end_id})
MERGE (a)-[r:HELD_AT {key: row.key}]->(b)
SET r += row.properties
