// What claims are about.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Topic {id: row.hub})
MERGE (leaf)-[r:HAS_TOPIC {key: row.key}]->(hub)
SET r += row.properties
