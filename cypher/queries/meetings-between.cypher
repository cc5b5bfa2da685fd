// Meetings between two actors
//
// Meetings in which both took part or to which both were invited, newest first, with who else was there. A state,
// organization or group takes part itself or through the people and bodies that belong to it, up to four steps down;
// whoever belongs to both sides counts for neither. Planned and cancelled meetings are listed too: see the status.
//
// @theme  Meetings 120
// @example 2
// @none   No meeting of the two is recorded
// @otherwise met-both both met {who}
// @ask    meetings between {actor} and {other}
// @ask    when did {actor} meet {other}
// @ask    did {actor} ever meet {other}
// @ask    when did {actor} and {other} meet
// @ask    did {actor} and {other} meet
// @ask    has {actor} met {other}
// @ask    where did {actor} meet {other}
// @ask    where did {actor} and {other} meet
// @ask    meetings of {actor} with {other}
// @ask    meetings between {actor} and {other} in {place}
// @ask    when did {actor} meet {other} in {place}
// @ask    did {actor} meet {other} in {place}
// @ask    did {actor} and {other} meet in {place}
// @param  actor     actor                  a person, state, organization or group
// @param  other     actor                  another person, state, organization or group
// @param  place     place = null           only where they met there, or in a place that lies in it
// @param  since     date = null            first day to include; empty for no beginning
// @param  until     date last = null       last day to include; empty for no end
// @param  limit     integer = 100          most rows
// @return date      date                   when, as precise as its sources
// @return meeting   meeting                the meeting
// @return status    string                 held, planned, cancelled or proposed
// @return place     place list             where
// @return via       actor list             who was there for the first, if it was not there itself
// @return other_via actor list beside via  who was there for the second, if it was not there itself
// @return with      actor list             who else took part or was invited
// @return evidence  evidence list          sources and their words, on the meeting and on the part of the two
UNWIND [$actor, $other] AS side
MATCH (:Actor {id: side})<-[:AFFILIATED_WITH|PART_OF*0..4]-(x:Actor)
WITH DISTINCT side, x
WITH x, collect(side) AS sides
WITH x, CASE WHEN x.id IN [$actor, $other] THEN x.id WHEN size(sides) = 1 THEN sides[0] END AS side
WHERE side IS NOT NULL
MATCH (x)<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') <> 'absent'
  AND ($place IS NULL OR EXISTS { (m)-[:HELD_AT]->(:Place)-[:PART_OF|IN_COUNTRY*0..6]->(:Place {id: $place}) })
  AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH m, collect(DISTINCT x.id) AS own, collect(DISTINCT side) AS sides,
     collect(DISTINCT CASE WHEN side = $actor AND x.id <> $actor THEN x {.id, .name, .kind} END) AS via,
     collect(DISTINCT CASE WHEN side = $other AND x.id <> $other THEN x {.id, .name, .kind} END) AS other_via
WHERE $actor IN sides AND $other IN sides
WITH m, own, via, other_via
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
RETURN m.date_text AS date, m {.id, .title} AS meeting, m.status AS status, place, via, other_via, others AS with,
       evidence
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
