// Spellings by which Places are found.
UNWIND $rows AS row
MATCH (a:Name {id: row.start_id})
MATCH (b:Place {id: row.end_id})
MERGE (a)-[r:NAMES {key: row.key}]->(b)
SET r += row.properties
