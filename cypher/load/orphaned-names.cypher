// Delete Names that name nothing.
UNWIND $rows AS row
MATCH (n:Name {id: row.id})
WHERE NOT EXISTS { (n)-[:NAMES]->() }
DELETE n
