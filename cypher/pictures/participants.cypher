// Who took part in or was invited to these meetings and who made these claims, other than these actors, those in most of
// them first; and how many there are in all.
CALL () {
  UNWIND $meetings AS id
  MATCH (m:Meeting {id: id})-[p:HAS_PARTICIPANT]->(a:Actor)
  WHERE coalesce(p.status, 'attended') <> 'absent' AND NOT a.id IN $actors
  RETURN DISTINCT a.id AS actor, 'meeting' AS entity, m.id AS id
  UNION ALL
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})-[:MADE_BY]->(a:Actor)
  WHERE NOT a.id IN $actors
  RETURN DISTINCT a.id AS actor, 'claim' AS entity, c.id AS id
}
WITH actor, count(id) AS times
WITH actor, times
ORDER BY times DESC, actor
WITH collect(actor) AS ids
RETURN ids[..$most] AS ids, size(ids) AS total
