// Delete Meetings, with what still hangs on them.
UNWIND $rows AS row
MATCH (n:Meeting {id: row.id})
DETACH DELETE n
