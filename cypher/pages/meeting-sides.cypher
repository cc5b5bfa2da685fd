// What each source itself says of one meeting: the date, the place, and who took part in which role.
MATCH (m:Meeting {id: $id})-[r:REPORTED_IN|HAS_PARTICIPANT|HELD_AT]->()
WITH m, r.source AS source, r.date_text AS date, r.place AS place ORDER BY source, date, place
WITH m, source, collect(DISTINCT date) AS dates, collect(DISTINCT place) AS named
MATCH (s:Source {id: source})
CALL (m, source) {
  MATCH (m)-[h:HELD_AT]->(p:Place)
  WHERE h.source = source
  WITH DISTINCT p ORDER BY p.id
  RETURN collect(p {.id, .name}) AS held
}
CALL (named) {
  MATCH (p:Place)
  WHERE p.id IN named
  WITH p ORDER BY p.id
  RETURN collect(p {.id, .name}) AS told
}
WITH m, s, source, dates, held + told AS places
CALL (m, source) {
  MATCH (m)-[w:HAS_PARTICIPANT]->(x:Actor)
  WHERE w.source = source
  RETURN collect(DISTINCT {id: x.id, name: x.name, role: w.role, status: w.status}) AS people
}
RETURN source, s.kind AS kind, dates, places, people
ORDER BY source
LIMIT 100
