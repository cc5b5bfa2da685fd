// A statement, of the type `of_type`, between two ids that are decided to be the same.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Place {id: row.start_id})
MATCH (b:Source {id: row.end_id})
MERGE (a)-[r:SET_ASIDE {key: row.key}]->(b)
SET r += row.properties
