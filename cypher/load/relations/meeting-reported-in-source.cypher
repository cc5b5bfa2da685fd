// The source that reports it, with its sentence.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start_id})
MATCH (b:Source {id: row.end_id})
MERGE (a)-[r:REPORTED_IN {key: row.key}]->(b)
SET r += row.properties
