// What the normalized spellings name, whole names before single words of names, at most $most for each.
UNWIND $spellings AS spelling
CALL (spelling) {
  MATCH (:Name {id: spelling})-[r:NAMES]->(e)
  RETURN DISTINCT coalesce(r.whole, false) AS whole,
    labels(e) AS labels,
    e.id AS id, e.name AS name, e.kind AS kind, e.country AS country, e.description AS description,
    COUNT { (e)--() } AS weight
  ORDER BY whole DESC, weight DESC, id, labels LIMIT $most
}
RETURN spelling AS spelling, whole AS whole, labels AS labels,
  id AS id, name AS name, kind AS kind, country AS country, description AS description, weight AS weight
ORDER BY spelling, whole DESC, name, id
