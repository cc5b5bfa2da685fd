// Who made claims, as speaker or on whose behalf.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:MADE_BY {key: row.key}]->(hub)
SET r += row.properties
