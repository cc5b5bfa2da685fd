// Which files describe Meetings, each with its own record as JSON.
UNWIND $rows AS row
MATCH (leaf:Meeting {id: row.leaf})
MATCH (hub:Source {id: row.hub})
MERGE (leaf)-[r:DESCRIBED_IN {key: row.key}]->(hub)
SET r += row.properties
