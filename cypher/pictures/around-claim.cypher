// Who made a claim, whom it is about and to whom it was said, its meetings, then the claims that it is related to.
MATCH (c:Claim {id: $id})
CALL (c) {
  MATCH (c)-[r:MADE_BY|ABOUT|ADDRESSED_TO]->(a:Actor)
  WITH a.id AS id, min(CASE type(r) WHEN 'MADE_BY' THEN 1 ELSE 2 END) AS rank
  RETURN rank, 'actor' AS entity, id
  UNION ALL
  MATCH (c)-[:MADE_AT|ABOUT]->(m:Meeting)
  RETURN DISTINCT 3 AS rank, 'meeting' AS entity, m.id AS id
  UNION ALL
  MATCH (c)-[:CONTRADICTS|SUPPORTS|ANSWERS]-(d:Claim)
  RETURN DISTINCT 4 AS rank, 'claim' AS entity, d.id AS id
}
WITH rank, entity, id
RETURN entity, id, rank
ORDER BY rank, id
