// Which two of these actors attended the same meeting, and how many of them.
UNWIND $actors AS id
MATCH (a:Actor {id: id})<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(m.status, 'held') = 'held'
WITH m.id AS meeting, collect(DISTINCT a.id) AS present
WHERE size(present) > 1
UNWIND present AS one
UNWIND present AS other
WITH one, other
WHERE one < other
RETURN one, other, count(*) AS meetings
