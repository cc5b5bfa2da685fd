// Write sources: all properties of each are replaced.
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
SET n = row.properties
