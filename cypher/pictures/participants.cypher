// Who took part in or was invited to these meetings and who made these claims, other than these actors, those in most of
// them first; and how many there are in all. The type of the relationship that leads to them is said for each.
UNWIND $keys AS key
MATCH (n:Actor|Meeting|Claim {id: key.id})
WHERE key.label IN labels(n)
MATCH (n)-[r]->(a:Actor)
WHERE type(r) = key.type AND coalesce(r.status, 'attended') <> 'absent' AND NOT a.id IN $actors
WITH DISTINCT a.id AS actor, key.label AS label, key.id AS id
WITH actor, count(id) AS times
WITH actor, times
ORDER BY times DESC, actor
WITH collect(actor) AS ids
RETURN ids[..$most] AS ids, size(ids) AS total
