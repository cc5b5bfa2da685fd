// Actors that claims are about.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:ABOUT {key: row.key}]->(hub)
SET r += row.properties
