// Meetings that are part of a series.
UNWIND $rows AS row
MATCH (leaf:Meeting {id: row.leaf})
MATCH (hub:Meeting {id: row.hub})
MERGE (leaf)-[r:PART_OF {key: row.key}]->(hub)
SET r += row.properties
