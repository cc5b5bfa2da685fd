// The loaded file that describes an entity, with its own record as JSON.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Topic {id: row.start_id})
MATCH (b:Source {id: row.end_id})
MERGE (a)-[r:DESCRIBED_IN {key: row.key}]->(b)
SET r += row.properties
