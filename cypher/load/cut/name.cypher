// Delete relationships that begin at Names.
UNWIND $rows AS row
MATCH (n:Name {id: row.leaf})-[r]->()
WHERE r.key = row.key
DELETE r
