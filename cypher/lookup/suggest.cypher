// Entities of $labels with a name, or a word of a name, that begins with $prefix: 60 rows of the first 200 names, whole
// names first, and of these the ones of which the graph holds most. Who an actor is: its description, else its office, rather one that it still holds, and in a state
// rather than in a ministry of it.
CALL () {
  MATCH (n:Name) WHERE n.id STARTS WITH $prefix
  RETURN n.id AS known ORDER BY known LIMIT 200
}
MATCH (n:Name {id: known})-[r:NAMES]->(e) WHERE any(label IN labels(e) WHERE label IN $labels)
WITH DISTINCT n.id AS spelling, coalesce(r.whole, false) AS whole, e AS e
WITH spelling AS spelling, whole AS whole, e AS e, COUNT { (e)--() } AS weight
ORDER BY whole DESC, weight DESC, spelling, e.id LIMIT 60
CALL (e) {
  MATCH (e)-[o:AFFILIATED_WITH]->(b:Actor)
  WITH o.role + ' of ' + b.name AS office, o.until IS NOT NULL AS past, b.kind <> 'state' AS lower, o.since AS since
  WHERE office IS NOT NULL
  WITH office AS office, past AS past, lower AS lower, since AS since
  ORDER BY past, lower, since IS NULL, since DESC, office LIMIT 1
  RETURN collect(office) AS offices
}
RETURN labels(e) AS labels,
  spelling AS spelling, whole AS whole, e.id AS id, e.name AS name,
  e.kind AS sort, coalesce(e.description, e.country, offices[0]) AS who, weight AS weight
