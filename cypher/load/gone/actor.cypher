// Delete Actors, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
DETACH DELETE n
