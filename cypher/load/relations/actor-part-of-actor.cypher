// Bodies that are part of others.
UNWIND $rows AS row
MATCH (leaf:Actor {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:PART_OF {key: row.key}]->(hub)
SET r += row.properties
