// Delete relationships that begin at Claims.
UNWIND $rows AS row
MATCH (n:Claim {id: row.leaf})-[r]->()
WHERE r.key = row.key
DELETE r
