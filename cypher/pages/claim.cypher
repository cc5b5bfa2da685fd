// The fields of one claim: who said it, for whom, to whom, about whom, where, and on what.
MATCH (c:Claim {id: $id})
CALL (c) {
  MATCH (c)-[b:MADE_BY]->(x:Actor)
  WHERE coalesce(b.capacity, 'speaker') <> 'on behalf of'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS speaker
}
CALL (c) {
  MATCH (c)-[b:MADE_BY]->(x:Actor)
  WHERE b.capacity = 'on behalf of'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS on_behalf_of
}
CALL (c) {
  MATCH (c)-[:ADDRESSED_TO]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS addressed
}
CALL (c) {
  MATCH (c)-[:ABOUT]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS about
}
CALL (c) {
  MATCH (c)-[:MADE_AT]->(m:Meeting)
  RETURN collect(DISTINCT m {.id, .title}) AS made_at
}
CALL (c) {
  MATCH (c)-[:ABOUT]->(m:Meeting)
  RETURN collect(DISTINCT m {.id, .title}) AS about_meetings
}
CALL (c) {
  MATCH (c)-[:HAS_TOPIC]->(t:Topic)
  RETURN collect(DISTINCT t {.id, .name}) AS topics
}
RETURN c.id AS id, c.text AS text, c.kind AS kind, c.date AS date, c.date_end AS date_end, c.date_text AS date_text,
  speaker, on_behalf_of, addressed AS to, about, made_at, about_meetings, topics
