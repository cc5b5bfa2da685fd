// Delete Sources, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:Source {id: row.id})
DETACH DELETE n
