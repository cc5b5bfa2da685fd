// Delete relationships that begin at Actors.
UNWIND $rows AS row
MATCH (n:Actor {id: row.leaf})-[r]->()
WHERE r.key = row.key
DELETE r
