// Delete relationships from Names to entities, and the Names that then name nothing any more. A Name may have very many,
// so that they are looked for at the other end.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (e:Source|Place|Topic|Actor|Meeting|Claim {id: row.id})
WHERE row.label IN labels(e)
MATCH (e)<-[r:NAMES]-(n:Name)
WHERE n.id = row.name AND r.key = row.key
DELETE r
WITH DISTINCT n
WHERE NOT EXISTS { (n)-[:NAMES]->() }
DELETE n
