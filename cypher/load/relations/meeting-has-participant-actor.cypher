// Who took part in a meeting, or was to.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start_id})
MATCH (b:Actor {id: row.end_id})
MERGE (a)-[r:HAS_PARTICIPANT {key: row.key}]->(b)
SET r += row.properties
