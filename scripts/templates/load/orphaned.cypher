// Delete entities, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.id})
WHERE row.label IN labels(n)
DETACH DELETE n
