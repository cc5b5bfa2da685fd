// The larger body or place, or the series of meetings, that it belongs to.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (a:Place {id: row.start_id})
MATCH (b:Place {id: row.end_id})
MERGE (a)-[r:PART_OF {key: row.key}]->(b)
SET r += row.properties
