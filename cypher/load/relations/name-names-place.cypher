// Spellings by which Places are found.
UNWIND $rows AS row
MATCH (leaf:Name {id: row.leaf})
MATCH (hub:Place {id: row.hub})
MERGE (leaf)-[r:NAMES {key: row.key}]->(hub)
SET r += row.properties
