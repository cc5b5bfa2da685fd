// Cancelled meetings
//
// Meetings that sources have as cancelled, and none as held, newest first.
//
// @theme  Meetings 164
// @none   No cancelled meeting is recorded
// @ask    cancelled meetings
// @ask    what was cancelled
// @ask    cancelled meetings with {actor}
// @ask    cancelled meetings in {place}
// @param  actor    actor = null      only with this person, state, organization or group
// @param  place    place = null      only there, or in a place that lies in it
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return date     date              when, as precise as its sources
// @return meeting  meeting           the meeting
// @return status   string            held, planned, cancelled or proposed
// @return place    place list        every place that a source gives
// @return who      actor list        who took part or was invited
// @return evidence evidence list     sources and their words
MATCH (m:Meeting)
WHERE m.status = 'cancelled'
  AND ($actor IS NULL OR EXISTS {
         MATCH (m)-[p:HAS_PARTICIPANT]->(:Actor {id: $actor}) WHERE coalesce(p.status, 'attended') <> 'absent' })
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
  WHERE coalesce(w.status, 'attended') <> 'absent'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS who
}
CALL (m) {
  MATCH (m)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN m.date_text AS date, m {.id, .title} AS meeting, m.status AS status, place, who, evidence
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
