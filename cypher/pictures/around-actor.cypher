// An actor, what it belongs to, then its meetings and claims, newest first; and how many these are in all. Each kind is
// cut before they are put together, since an actor may have thousands. The same as around.cypher, and twice as quick.
MATCH (a:Actor {id: $id})
CALL (a) {
  MATCH (a)-[:AFFILIATED_WITH|PART_OF]->(o:Actor)
  RETURN count(DISTINCT o) AS bodies
}
CALL (a) {
  MATCH (a)<-[:HAS_PARTICIPANT]-(m:Meeting)
  RETURN count(DISTINCT m) AS meetings
}
CALL (a) {
  MATCH (a)<-[:MADE_BY|ADDRESSED_TO|ABOUT]-(c:Claim)
  RETURN count(DISTINCT c) AS claims
}
WITH a, bodies + meetings + claims AS total
CALL (a) {
  RETURN 0 AS rank, 'Actor' AS label, a.id AS id, null AS day
  UNION ALL
  MATCH (a)-[:AFFILIATED_WITH|PART_OF]->(o:Actor)
  RETURN DISTINCT 1 AS rank, 'Actor' AS label, o.id AS id, null AS day
  UNION ALL
  MATCH (a)<-[:HAS_PARTICIPANT]-(m:Meeting)
  WITH DISTINCT m.id AS id, m.date AS day
  ORDER BY day IS NULL, day DESC, id
  LIMIT $most
  RETURN 2 AS rank, 'Meeting' AS label, id, day
  UNION ALL
  MATCH (a)<-[:MADE_BY|ADDRESSED_TO|ABOUT]-(c:Claim)
  WITH DISTINCT c.id AS id, c.date AS day
  ORDER BY day IS NULL, day DESC, id
  LIMIT $most
  RETURN 2 AS rank, 'Claim' AS label, id, day
}
WITH label, id, rank, day, total
ORDER BY rank, day IS NULL, day DESC, label DESC, id
LIMIT $most
MATCH (n:Actor|Meeting|Claim {id: id})
WHERE label IN labels(n)
RETURN label, id, n.kind AS kind,
       CASE WHEN label IN $named THEN n.name WHEN label IN $titled THEN n.title ELSE n.text END AS title,
       n.date_text AS date, n.status AS status, rank, day, total
ORDER BY rank, day IS NULL, day DESC, label DESC, id
