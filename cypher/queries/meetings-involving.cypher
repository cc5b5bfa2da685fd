// Meetings involving an actor
//
// Every meeting the actor took part in or was invited to, newest first, with who else was there and the
// sources that report it. Somebody whom every source lists as absent is not counted. Planned and cancelled
// meetings are listed too: see the status.
//
// @theme  Meetings 110
// @example 1
// @related 1
// @none   No meeting with {actor} is recorded
// @ask    meetings involving {actor}
// @ask    meetings with {actor}
// @ask    which meetings did {actor} take part in
// @ask    when did {actor} meet anyone
// @ask    meetings involving {actor} in {place}
// @ask    meetings with {actor} in {place}
// @ask    when was {actor} in {place}
// @param  actor    actor             a person, state, organization or group
// @param  place    place = null      only those held there, or in a place that lies in it
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return date     date              when, as precise as its sources
// @return meeting  meeting           the meeting
// @return status   string            held, planned, cancelled or proposed
// @return place    place list        where
// @return with     actor list        who else took part or was invited
// @return evidence evidence list     sources and their words, on the meeting and on the actor's part in it
MATCH (a:Actor {id: $actor})<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') <> 'absent'
  AND ($place IS NULL OR EXISTS { (m)-[:HELD_AT]->(:Place)-[:PART_OF|IN_COUNTRY*0..6]->(:Place {id: $place}) })
  AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH DISTINCT m
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
CALL (m) {
  MATCH (m)-[:HELD_AT]->(p:Place)
  RETURN collect(DISTINCT p {.id, .name}) AS place
}
CALL (m) {
  MATCH (m)-[w:HAS_PARTICIPANT]->(x:Actor)
  WHERE coalesce(w.status, 'attended') <> 'absent' AND x.id <> $actor
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS others
}
CALL (m) {
  MATCH (m)-[r:REPORTED_IN|HAS_PARTICIPANT]->(x)
  WHERE type(r) = 'REPORTED_IN' OR (x.id = $actor AND (r.quote IS NOT NULL OR r.source = r.file))
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN m.date_text AS date, m {.id, .title} AS meeting, m.status AS status, place, others AS with, evidence
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
