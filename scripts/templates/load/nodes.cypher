// Write %plural%: all properties of each are replaced.
UNWIND $rows AS row
MERGE (n:%label% {id: row.id})
SET n = row.properties
