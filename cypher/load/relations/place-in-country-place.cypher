// The country that a place gives by name, which is a place as well.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Place {id: row.start_id})
MATCH (b:Place {id: row.end_id})
MERGE (a)-[r:IN_COUNTRY {key: row.key}]->(b)
SET r += row.properties
