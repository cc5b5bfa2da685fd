// Who speaks in some claims, as files other than $files say.
UNWIND $ids AS id
MATCH (c:Claim {id: id})-[r:MADE_BY]->(a:Actor)
WHERE r.capacity = 'speaker' AND NOT r.file IN $files
RETURN id AS id, collect(DISTINCT a.id) AS speakers
ORDER BY id
