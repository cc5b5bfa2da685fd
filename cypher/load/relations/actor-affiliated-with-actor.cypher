// Offices and memberships.
UNWIND $rows AS row
MATCH (leaf:Actor {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:AFFILIATED_WITH {key: row.key}]->(hub)
SET r += row.properties
