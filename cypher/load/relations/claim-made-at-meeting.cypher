// Meetings at which claims were made.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Meeting {id: row.hub})
MERGE (leaf)-[r:MADE_AT {key: row.key}]->(hub)
SET r += row.properties
