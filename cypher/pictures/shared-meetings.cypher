// The meetings that at least two of these actors attended, those with most of them first; and how many there are in all.
UNWIND $actors AS one
MATCH (a:Actor {id: one})<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(m.status, 'held') = 'held'
WITH m.id AS id, count(DISTINCT one) AS present
WHERE present > 1
WITH id, present
ORDER BY present DESC, id
WITH collect(id) AS ids
RETURN ids[..$most] AS ids, size(ids) AS total
