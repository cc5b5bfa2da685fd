// Meetings of a state, organization or group
//
// Meetings that an organization took part in itself or through the people and bodies that belong to it: its
// offices, their parts and their staff, up to four steps down, whenever they held the office. So Russia
// includes its Foreign Ministry and the minister. Planned and cancelled meetings are listed too: see the
// status.
//
// @theme  Meetings 130
// @none   No meeting with {organization} or its people is recorded
// @ask    meetings of {organization} and its people
// @ask    which meetings did {organization} or its members take part in
// @ask    whom did {organization} and its people meet
// @param  organization actor organization  a state, organization or group
// @param  since        date = null         first day to include; empty for no beginning
// @param  until        date last = null    last day to include; empty for no end
// @param  limit        integer = 100       most rows
// @return date         date                when, as precise as its sources
// @return meeting      meeting             the meeting
// @return status       string              held, planned, cancelled or proposed
// @return place        place list          where
// @return via          actor list          through whom it took part: itself, or people and bodies that belong to it
// @return with         actor list          who else took part or was invited
// @return evidence     evidence list       sources and their words
MATCH (o:Actor {id: $organization})<-[:AFFILIATED_WITH|PART_OF*0..4]-(x:Actor)
WITH DISTINCT x
MATCH (x)<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') <> 'absent'
  AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH m, collect(DISTINCT x {.id, .name, .kind}) AS via, collect(DISTINCT x.id) AS own
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
CALL (m) {
  MATCH (m)-[:HELD_AT]->(p:Place)
  RETURN collect(DISTINCT p {.id, .name}) AS place
}
CALL (m, own) {
  MATCH (m)-[w:HAS_PARTICIPANT]->(x:Actor)
  WHERE coalesce(w.status, 'attended') <> 'absent' AND NOT x.id IN own
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS others
}
CALL (m, own) {
  MATCH (m)-[r:REPORTED_IN|HAS_PARTICIPANT]->(x)
  WHERE type(r) = 'REPORTED_IN' OR (x.id IN own AND (r.quote IS NOT NULL OR r.source = r.file))
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN m.date_text AS date, m {.id, .title} AS meeting, m.status AS status, place, via, others AS with, evidence
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
