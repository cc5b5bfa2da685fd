// Claims that contradict others.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Claim {id: row.hub})
MERGE (leaf)-[r:CONTRADICTS {key: row.key}]->(hub)
SET r += row.properties
