// Meetings about a topic
//
// Every meeting that has this topic, newest first. Planned and cancelled meetings are listed too: see the
// status.
//
// @theme  Meetings 150
// @related 1
// @none   No meeting about {topic} is recorded
// @ask    meetings about {topic}
// @ask    meetings on the topic of {topic}
// @ask    talks about {topic}
// @ask    who met to discuss {topic}
// @ask    when was {topic} discussed
// @param  topic    topic             a topic
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return date     date              when, as precise as its sources
// @return meeting  meeting           the meeting
// @return status   string            held, planned, cancelled or proposed
// @return place    place list        where
// @return who      actor list        who took part or was invited
// @return evidence evidence list     sources and their words
MATCH (:Topic {id: $topic})<-[:HAS_TOPIC]-(m:Meeting)
WHERE ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
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
