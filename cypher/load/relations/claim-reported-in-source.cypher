// Where claims are reported, with the sentence.
UNWIND $rows AS row
MATCH (leaf:Claim {id: row.leaf})
MATCH (hub:Source {id: row.hub})
MERGE (leaf)-[r:REPORTED_IN {key: row.key}]->(hub)
SET r += row.properties
