// Delete relationships that begin at Sources.
UNWIND $rows AS row
MATCH (n:Source {id: row.start_id})-[r]->()
WHERE r.key = row.key
DELETE r
