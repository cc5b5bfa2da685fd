// Delete relationships that begin at Meetings.
UNWIND $rows AS row
MATCH (n:Meeting {id: row.start_id})-[r]->()
WHERE r.key = row.key
DELETE r
