// An entity, what it leads to, then what leads to it, newest first; and how many these are in all. Both are cut before they
// are put together, since an entity may have thousands. Kinds whose neighbours have another order have statements of
// their own.
MATCH (n:Actor|Meeting|Claim {id: $id})
WHERE $label IN labels(n)
CALL (n) {
  MATCH (n)-[r]->(o)
  WHERE type(r) IN $outward
  RETURN count(DISTINCT o) AS outgoing
}
CALL (n) {
  MATCH (n)<-[r]-(o)
  WHERE type(r) IN $inward
  RETURN count(DISTINCT o) AS incoming
}
WITH n, outgoing + incoming AS total
CALL (n) {
  RETURN 0 AS rank, $label AS label, n.id AS id, null AS day
  UNION ALL
  MATCH (n)-[r]->(o)
  WHERE type(r) IN $outward
  RETURN DISTINCT 1 AS rank, [label IN labels(o) WHERE label IN $labels][0] AS label, o.id AS id, null AS day
  UNION ALL
  MATCH (n)<-[r]-(o)
  WHERE type(r) IN $inward
  WITH DISTINCT [label IN labels(o) WHERE label IN $labels][0] AS label, o.id AS id, o.date AS day
  ORDER BY day IS NULL, day DESC, label DESC, id
  LIMIT $most
  RETURN 2 AS rank, label, id, day
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
