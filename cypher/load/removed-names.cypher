// Delete relationships that begin at Names, and the Names that then name nothing any more.
UNWIND $rows AS row
MATCH (n:Name {id: row.id})-[r]->()
WHERE r.key = row.key
DELETE r
WITH DISTINCT n
WHERE NOT EXISTS { (n)-[:NAMES]->() }
DELETE n
