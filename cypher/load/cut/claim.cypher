// Delete relationships that begin at Claims.
UNWIND $rows AS row
MATCH (n:Claim {id: row.start_id})-[r]->()
WHERE r.key = row.key
DELETE r
