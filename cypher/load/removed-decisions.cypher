// Delete decisions.
UNWIND $rows AS row
MATCH (n:Decision {id: row.id})
DETACH DELETE n
