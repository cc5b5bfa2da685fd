// Who met both
//
// Everybody who was in a meeting with the one and in a meeting with the other, be it the same meeting or
// not, with the meetings of each. Only meetings that were held count, and only those who attended.
//
// @theme  People and organizations 220
// @none   Nobody is recorded who met both
// @ask    who met both {actor} and {other}
// @ask    who has met {actor} as well as {other}
// @ask    whom did both {actor} and {other} meet
// @ask    common counterparts of {actor} and {other}
// @ask    who do {actor} and {other} both know
// @param  actor      actor             a person, state, organization or group
// @param  other      actor             another person, state, organization or group
// @param  since      date = null       first day to include; empty for no beginning
// @param  until      date last = null  last day to include; empty for no end
// @param  limit      integer = 100     most rows
// @return who        actor             who met both
// @return with_actor meeting list      meetings with the first
// @return with_other meeting list      meetings with the second
// @return evidence   evidence list     sources and their words
UNWIND [$actor, $other] AS one
MATCH (:Actor {id: one})<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(m.status, 'held') = 'held'
  AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH DISTINCT one, m
MATCH (m)-[q:HAS_PARTICIPANT]->(x:Actor)
WHERE coalesce(q.status, 'attended') = 'attended' AND NOT x.id IN [$actor, $other]
WITH x, collect(DISTINCT {one: one, id: m.id}) AS met,
     count(DISTINCT CASE WHEN one = $actor THEN m.id END) AS mine,
     count(DISTINCT CASE WHEN one = $other THEN m.id END) AS theirs
WHERE mine > 0 AND theirs > 0
WITH x, met, mine + theirs AS times
ORDER BY times DESC, x.id
LIMIT $limit
UNWIND met AS each
WITH x, times, each.one AS one, each.id AS id
MATCH (m:Meeting {id: id})-[r:REPORTED_IN]->(s:Source)
WITH x, times, collect(DISTINCT CASE WHEN one = $actor THEN m {.id, .title} END) AS with_actor,
     collect(DISTINCT CASE WHEN one = $other THEN m {.id, .title} END) AS with_other,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                       start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
RETURN x {.id, .name, .kind} AS who, with_actor, with_other, evidence
ORDER BY times DESC, x.id
LIMIT $limit
