// Of the last 30 claims, five to make examples of: those of which most is known come first.
CALL () {
  MATCH (c:Claim) WHERE c.date IS NOT NULL
  RETURN c.id AS id, c.date AS date ORDER BY date DESC, id LIMIT 30
}
MATCH (c:Claim {id: id})
CALL (c) {
  MATCH (c)-[r:MADE_BY]->(a:Actor) WITH DISTINCT a AS a ORDER BY a.id RETURN collect(a {.id, .name, .kind}) AS speakers
}
CALL (c) {
  MATCH (c)-[:ABOUT]->(a:Actor) WITH DISTINCT a AS a ORDER BY a.id RETURN collect(a {.id, .name, .kind}) AS about
}
CALL (c) {
  MATCH (c)-[:ADDRESSED_TO]->(a:Actor) WITH DISTINCT a AS a ORDER BY a.id RETURN collect(a {.id, .name, .kind}) AS told
}
CALL (c) { MATCH (c)-[:HAS_TOPIC]->(t:Topic) WITH DISTINCT t AS t ORDER BY t.id RETURN collect(t {.id, .name}) AS topics }
CALL (c) {
  MATCH (c)-[:MADE_AT|ABOUT]->(m:Meeting) WITH DISTINCT m AS m ORDER BY m.id RETURN collect(m {.id, .title}) AS meetings
}
CALL (c) {
  MATCH (c)-[:REPORTED_IN]->(s:Source) WITH DISTINCT s AS s ORDER BY s.id RETURN collect(s {.id, .title}) AS sources
}
WITH c AS c, speakers AS speakers, about AS about, told AS told, topics AS topics, meetings AS meetings, sources AS sources,
  COUNT { (c)-[:CONTRADICTS|SUPPORTS|ANSWERS]-() } > 0 AS related
WITH c AS c, speakers AS speakers, about AS about, told AS told, topics AS topics, meetings AS meetings, sources AS sources,
  CASE WHEN related THEN 2 ELSE 0 END + CASE WHEN size(speakers) > 0 THEN 1 ELSE 0 END
  + CASE WHEN size(about) > 0 THEN 1 ELSE 0 END + CASE WHEN size(told) > 0 THEN 1 ELSE 0 END
  + CASE WHEN size(topics) > 0 THEN 1 ELSE 0 END + CASE WHEN size(meetings) > 0 THEN 1 ELSE 0 END AS worth
ORDER BY worth DESC, c.date DESC, c.id LIMIT 5
RETURN c.id AS id, c.text AS text, toString(c.date) AS day, worth AS worth, speakers AS speakers, about AS about,
  told AS told, topics AS topics, meetings AS meetings, sources AS sources
ORDER BY worth DESC, day DESC, id
