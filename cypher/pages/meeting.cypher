// The fields of one meeting, where it was, what it was about, what it was a part of and what was a part of it.
MATCH (m:Meeting {id: $id})
CALL (m) {
  MATCH (m)-[:HELD_AT]->(p:Place)
  RETURN collect(DISTINCT p {.id, .name}) AS place
}
CALL (m) {
  MATCH (m)-[:HAS_TOPIC]->(t:Topic)
  RETURN collect(DISTINCT t {.id, .name}) AS topics
}
CALL (m) {
  MATCH (m)-[:PART_OF]->(w:Meeting)
  RETURN collect(DISTINCT w {.id, .title}) AS part_of
}
RETURN m.id AS id, m.title AS title, m.kind AS kind, m.format AS format, m.status AS status,
  m.date AS date, m.date_end AS date_end, m.date_text AS date_text, m.duration AS duration, m.summary AS summary,
  place, topics, part_of
