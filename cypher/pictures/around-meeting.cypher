// Who took part in a meeting, was invited or absent, then the claims made at it or about it, oldest first.
MATCH (m:Meeting {id: $id})
CALL (m) {
  MATCH (m)-[p:HAS_PARTICIPANT]->(a:Actor)
  WITH a.id AS id, min(CASE p.status WHEN 'absent' THEN 3 WHEN 'invited' THEN 2 ELSE 1 END) AS rank
  RETURN rank, 'Actor' AS label, id, null AS day
  UNION ALL
  MATCH (m)<-[r]-(o)
  WHERE type(r) IN $inward
  RETURN DISTINCT 4 AS rank, [label IN labels(o) WHERE label IN $labels][0] AS label, o.id AS id, o.date AS day
}
RETURN label, id, rank, day
ORDER BY rank, day IS NULL, day, id
