// Delete relationships that begin at Meetings.
UNWIND $rows AS row
MATCH (n:Meeting {id: row.leaf})-[r]->()
WHERE r.key = row.key
DELETE r
