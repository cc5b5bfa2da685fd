// Delete relationships that begin at Places.
UNWIND $rows AS row
MATCH (n:Place {id: row.start_id})-[r]->()
WHERE r.key = row.key
DELETE r
