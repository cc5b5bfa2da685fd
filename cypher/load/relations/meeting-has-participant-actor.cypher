// Actors that took part in meetings, or were to.
UNWIND $rows AS row
MATCH (leaf:Meeting {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:HAS_PARTICIPANT {key: row.key}]->(hub)
SET r += row.properties
