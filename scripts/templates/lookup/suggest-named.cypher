// %plural_title% with a name, or a word of a name, that begins with $prefix: 60 rows, whole names first, and of
// these the ones of which the graph holds most. The label stands in the
// pattern: asked for by a value, each name of an actor would be looked at too.
MATCH (n:Name)-[r:NAMES]->(e:%label%) WHERE n.id STARTS WITH $prefix
WITH DISTINCT n.id AS spelling, coalesce(r.whole, false) AS whole, e AS e
WITH spelling AS spelling, whole AS whole, e AS e, COUNT { (e)--() } AS weight
ORDER BY whole DESC, weight DESC, spelling, e.id LIMIT 60
RETURN labels(e) AS labels, spelling AS spelling, whole AS whole, e.id AS id, e.name AS name, null AS sort,
  coalesce(e.country, e.description) AS who, weight AS weight
