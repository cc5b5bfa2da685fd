// Delete relationships that begin at entities.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.id})
WHERE row.label IN labels(n)
MATCH (n)-[r]->()
WHERE r.key = row.key
DELETE r
