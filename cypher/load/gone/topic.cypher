// Delete Topics, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:Topic {id: row.id})
DETACH DELETE n
