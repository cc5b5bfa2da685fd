// Delete Names that name nothing any more.
UNWIND $rows AS row
MATCH (n:Name {id: row.id})
WHERE NOT EXISTS { (n)-[:NAMES]->() }
DELETE n
