// Write topics: all properties of each are replaced.
UNWIND $rows AS row
MERGE (n:Topic {id: row.id})
SET n = row.properties
