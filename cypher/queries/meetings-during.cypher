// Meetings in a period
//
// Every meeting that falls, or may fall, between two days, or before or after one, newest first. A meeting dated only
// by its month or year is listed if the period touches that month or year; one without any date is not, unless
// no day is given. Planned and cancelled meetings are listed too: see the status.
//
// @theme  Meetings 160
// @ask    meetings from {since} to {until}
// @ask    meetings between {since} and {until}
// @ask    what happened from {since} to {until}
// @ask    what happened in {since..until}
// @ask    what happened on {since..until}
// @ask    meetings in {since..until}
// @ask    meetings on {since..until}
// @ask    who met in {since..until}
// @ask    meetings since {since}
// @ask    meetings until {until}
// @ask    what happened since {since}
// @ask    what happened until {until}
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return date     date              when, as precise as its sources
// @return meeting  meeting           the meeting
// @return status   string            held, planned, cancelled or proposed
// @return place    place list        where
// @return who      actor list        who took part or was invited
// @return evidence evidence list     sources and their words
MATCH (m:Meeting)
WHERE ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH m
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
