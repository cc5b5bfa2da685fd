// Which two of these actors attended the same of these meetings, and how many of them.
UNWIND $meetings AS id
MATCH (m:Meeting {id: id})-[p:HAS_PARTICIPANT]->(a:Actor)
WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(m.status, 'held') = 'held' AND a.id IN $actors
WITH m.id AS meeting, collect(DISTINCT a.id) AS present
WHERE size(present) > 1
UNWIND present AS one
UNWIND present AS other
WITH one, other
WHERE one < other
RETURN one, other, count(*) AS meetings
