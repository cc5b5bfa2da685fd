// To whom claims were made.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Actor {id: row.hub})
MERGE (leaf)-[r:ADDRESSED_TO {key: row.key}]->(hub)
SET r += row.properties
