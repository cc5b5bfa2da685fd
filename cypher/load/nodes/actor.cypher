// Write actors: all properties of each are replaced.
UNWIND $rows AS row
MERGE (n:Actor {id: row.id})
SET n = row.properties
