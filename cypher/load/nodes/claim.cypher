// Write claims: all properties of each are replaced.
UNWIND $rows AS row
MERGE (n:Claim {id: row.id})
SET n = row.properties
