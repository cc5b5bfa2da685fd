// Names that begin with $prefix, of entities with one of $labels: the first $names names, $most rows.
MATCH (n:Name) WHERE n.id STARTS WITH $prefix
WITH n AS n ORDER BY n.id LIMIT $names
CALL (n) {
  MATCH (n)-[r:NAMES]->(e) WHERE any(label IN labels(e) WHERE label IN $labels)
  RETURN DISTINCT coalesce(r.whole, false) AS whole,
    CASE WHEN e:Actor THEN 'actor' WHEN e:Place THEN 'place' ELSE 'topic' END AS label,
    e.id AS id, e.name AS name, e.kind AS kind, e.country AS country, e.description AS description
  ORDER BY whole DESC, id, label LIMIT $each
}
RETURN n.id AS spelling, whole AS whole, label AS label,
  id AS id, name AS name, kind AS kind, country AS country, description AS description
LIMIT $most
