// Delete relationships that begin at Actors.
UNWIND $rows AS row
MATCH (n:Actor {id: row.start_id})-[r]->()
WHERE r.key = row.key
DELETE r
