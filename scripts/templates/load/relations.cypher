// %about%.
UNWIND $rows AS row
MATCH (a:%start% {id: row.start_id})
MATCH (b:%end% {id: row.end_id})
MERGE (a)-[r:%type% {key: row.key}]->(b)
SET r += row.properties
