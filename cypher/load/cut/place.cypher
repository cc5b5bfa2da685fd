// Delete relationships that begin at Places.
UNWIND $rows AS row
MATCH (n:Place {id: row.leaf})-[r]->()
WHERE r.key = row.key
DELETE r
