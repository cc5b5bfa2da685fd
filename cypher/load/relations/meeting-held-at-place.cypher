// Where meetings were held.
UNWIND $rows AS row
MATCH (leaf:Meeting {id: row.leaf})
MATCH (hub:Place {id: row.hub})
MERGE (leaf)-[r:HELD_AT {key: row.key}]->(hub)
SET r += row.properties
