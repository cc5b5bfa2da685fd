// Delete Claims, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:Claim {id: row.id})
DETACH DELETE n
