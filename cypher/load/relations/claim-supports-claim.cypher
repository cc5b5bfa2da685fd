// Claims that support others.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Claim {id: row.hub})
MERGE (leaf)-[r:SUPPORTS {key: row.key}]->(hub)
SET r += row.properties
