// A claim, who made it, whom it is about and to whom it was said, its meetings, then the claims that it is related to.
MATCH (c:Claim {id: $id})
CALL (c) {
  RETURN 'ITSELF' AS type, 'Claim' AS label, c.id AS id
  UNION ALL
  MATCH (c)-[r]->(o)
  WHERE type(r) IN $outward
  RETURN type(r) AS type, [label IN labels(o) WHERE label IN $labels][0] AS label, o.id AS id
  UNION ALL
  MATCH (c)<-[r]-(o:Claim)
  WHERE type(r) IN $outward
  RETURN type(r) AS type, 'Claim' AS label, o.id AS id
  UNION ALL
  MATCH (c)<-[r]-(o)
  WHERE type(r) IN $inward
  RETURN type(r) AS type, [label IN labels(o) WHERE label IN $labels][0] AS label, o.id AS id
}
WITH label, id,
     min(CASE WHEN type = 'ITSELF' THEN 0 WHEN type = 'MADE_BY' THEN 1 WHEN label = 'Actor' THEN 2 WHEN label = 'Meeting' THEN 3 ELSE 4 END) AS rank
MATCH (n:Actor|Meeting|Claim {id: id})
WHERE label IN labels(n)
RETURN label, id, n.kind AS kind,
       CASE WHEN label IN $named THEN n.name WHEN label IN $titled THEN n.title ELSE n.text END AS title,
       n.date_text AS date, n.status AS status, rank
ORDER BY rank, id
