// Spellings by which Topics are found.
UNWIND $rows AS row
MATCH (leaf:Name {id: row.leaf})
MATCH (hub:Topic {id: row.hub})
MERGE (leaf)-[r:NAMES {key: row.key}]->(hub)
SET r += row.properties
