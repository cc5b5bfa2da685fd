// Where meetings are reported, with the sentence.
UNWIND $rows AS row
MATCH (a:Meeting {id: row.start_id})
MATCH (b:Source {id: row.end_id})
MERGE (a)-[r:REPORTED_IN {key: row.key}]->(b)
SET r += row.properties
