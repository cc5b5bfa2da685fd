// What each source itself says of one meeting: the date, the place, whether it was held, and who took part in which
// role.
MATCH (m:Meeting {id: $id})-[r:REPORTED_IN|HAS_PARTICIPANT|HELD_AT]->()
WITH m, r.source AS source, r.date_text AS date, r.place AS place,
     CASE type(r) WHEN 'REPORTED_IN' THEN r.status END AS status
ORDER BY source, date, place, status
WITH m, source, collect(DISTINCT date) AS dates, collect(DISTINCT place) AS named, collect(DISTINCT status) AS statuses
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
WITH m, s, source, dates, held + told AS places, statuses
CALL (places) {
  UNWIND places AS place
  WITH DISTINCT place.id AS id
  MATCH (:Place {id: id})-[:PART_OF|IN_COUNTRY*1..6]->(q:Place)
  WITH DISTINCT id, q.id AS wider
  ORDER BY id, wider
  RETURN collect({id: id, wider: wider}) AS lying
}
CALL (m, source) {
  MATCH (m)-[w:HAS_PARTICIPANT]->(x:Actor)
  WHERE w.source = source
  RETURN collect(DISTINCT {id: x.id, name: x.name, role: w.role, status: w.status}) AS people
}
RETURN source, s.kind AS kind, s.published AS published, dates, places, lying, statuses, people
ORDER BY source
LIMIT 100
