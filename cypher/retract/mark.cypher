// Write what is known of retractions, by the id of what was retracted.
UNWIND $rows AS row
MERGE (n:Retraction {id: row.id})
SET n = row.properties
