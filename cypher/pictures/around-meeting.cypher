// Who took part in a meeting, was invited or absent, then the claims made at it or about it, oldest first.
MATCH (m:Meeting {id: $id})
CALL (m) {
  MATCH (m)-[p:HAS_PARTICIPANT]->(a:Actor)
  WITH a.id AS id, min(CASE p.status WHEN 'absent' THEN 3 WHEN 'invited' THEN 2 ELSE 1 END) AS rank
  RETURN rank, 'actor' AS entity, id, null AS day
  UNION ALL
  MATCH (m)<-[:MADE_AT|ABOUT]-(c:Claim)
  RETURN DISTINCT 4 AS rank, 'claim' AS entity, c.id AS id, c.date AS day
}
WITH rank, entity, id, day
RETURN entity, id, rank, day
ORDER BY rank, day IS NULL, day, id
