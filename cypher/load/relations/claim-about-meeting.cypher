// Whom or what a claim is about.
UNWIND $rows AS row
MATCH (a:Claim {id: row.start_id})
MATCH (b:Meeting {id: row.end_id})
MERGE (a)-[r:ABOUT {key: row.key}]->(b)
SET r += row.properties
