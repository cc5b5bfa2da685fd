// A meeting, who took part in it, was invited or absent, then the claims made at it or about it, oldest first.
MATCH (m:Meeting {id: $id})
CALL (m) {
  RETURN 0 AS rank, 'Meeting' AS label, m.id AS id, null AS day
  UNION ALL
  MATCH (m)-[p:HAS_PARTICIPANT]->(a:Actor)
  WITH a.id AS id, min(CASE p.status WHEN 'absent' THEN 3 WHEN 'invited' THEN 2 ELSE 1 END) AS rank
  RETURN rank, 'Actor' AS label, id, null AS day
  UNION ALL
  MATCH (m)<-[r]-(o)
  WHERE type(r) IN $inward
  RETURN DISTINCT 4 AS rank, [label IN labels(o) WHERE label IN $labels][0] AS label, o.id AS id, o.date AS day
}
WITH label, id, rank, day
MATCH (n:Actor|Meeting|Claim {id: id})
WHERE label IN labels(n)
RETURN label, id, n.kind AS kind,
       CASE WHEN label IN $named THEN n.name WHEN label IN $titled THEN n.title ELSE n.text END AS title,
       n.date_text AS date, n.status AS status, rank, day
ORDER BY rank, day IS NULL, day, id
