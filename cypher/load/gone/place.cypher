// Delete Places, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:Place {id: row.id})
DETACH DELETE n
