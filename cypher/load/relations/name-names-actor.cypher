// Spellings by which Actors are found.
UNWIND $rows AS row
MATCH (leaf:Name {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:NAMES {key: row.key}]->(hub)
SET r += row.properties
