// Of the last 30 meetings that were held, five to make examples of: those of which most is known come first. Who is in
// very many statements makes no good example, since all about it takes long.
CALL () {
  MATCH (m:Meeting) WHERE m.date IS NOT NULL
  RETURN m.id AS id, m.date AS date ORDER BY date DESC, id LIMIT 30
}
MATCH (m:Meeting {id: id})
WHERE coalesce(m.status, 'held') = 'held'
CALL (m) {
  MATCH (m)-[r:HAS_PARTICIPANT]->(a:Actor) WHERE coalesce(r.status, 'attended') = 'attended'
  WITH DISTINCT a AS a
  WITH a AS a, COUNT { (a)<--() } AS known
  ORDER BY CASE WHEN known > 500 THEN 0 ELSE known END DESC, a.id
  LIMIT 12
  RETURN collect(a {.id, .name, .kind}) AS who
}
CALL (m) { MATCH (m)-[:HELD_AT]->(p:Place) WITH DISTINCT p AS p ORDER BY p.id RETURN collect(p {.id, .name}) AS places }
CALL (m) { MATCH (m)-[:HAS_TOPIC]->(t:Topic) WITH DISTINCT t AS t ORDER BY t.id RETURN collect(t {.id, .name}) AS topics }
CALL (m) {
  MATCH (m)-[:REPORTED_IN]->(s:Source)
  WITH DISTINCT s AS s ORDER BY s.id
  RETURN collect(s {.id, .title}) AS sources
}
WITH m AS m, who AS who, places AS places, topics AS topics, sources AS sources,
  CASE WHEN size(who) > 2 THEN 3 ELSE 2 * (size(who) - 1) END + CASE WHEN size(sources) > 2 THEN 2 ELSE size(sources) END
  + CASE WHEN size(places) > 0 THEN 1 ELSE 0 END + CASE WHEN size(topics) > 0 THEN 1 ELSE 0 END AS worth
ORDER BY worth DESC, m.date DESC, m.id LIMIT 5
CALL (who) {
  UNWIND who AS each
  MATCH (:Actor {id: each.id})-[:AFFILIATED_WITH|PART_OF]->(b:Actor)
  WITH DISTINCT each.id AS member, b.id AS id, b.name AS name ORDER BY member, id
  RETURN collect({member: member, id: id, name: name}) AS bodies
}
RETURN m.id AS id, m.title AS title, toString(m.date) AS day, worth AS worth, who AS who, places AS places,
  topics AS topics, sources AS sources, bodies AS bodies
ORDER BY worth DESC, day DESC, id
