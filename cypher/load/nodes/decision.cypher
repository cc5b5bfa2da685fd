// Write decisions that ids are the same entity, or different ones.
UNWIND $rows AS row
MERGE (n:Decision {id: row.id})
SET n = row.properties
