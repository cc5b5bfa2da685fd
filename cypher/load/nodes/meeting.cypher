// Write meetings: all properties of each are replaced.
UNWIND $rows AS row
MERGE (n:Meeting {id: row.id})
SET n = row.properties
