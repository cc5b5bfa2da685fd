// Delete relationships that begin at Topics.
UNWIND $rows AS row
MATCH (n:Topic {id: row.start_id})-[r]->()
WHERE r.key = row.key
DELETE r
