// Who someone met
//
// Everybody who was in a meeting with the actor, the most frequent first: how many meetings, the first and
// the last, which ones, and the sources. Only meetings that were held count, and only those who attended.
//
// @theme  People and organizations 210
// @example 4
// @none   No meeting of {actor} with anybody is recorded
// @ask    who met {actor}
// @ask    who met with {actor}
// @ask    whom did {actor} meet
// @ask    who did {actor} meet
// @ask    counterparts of {actor}
// @ask    people {actor} has met
// @ask    who met {actor} in {place}
// @ask    whom did {actor} meet in {place}
// @param  actor    actor             a person, state, organization or group
// @param  place    place = null      only in meetings held there, or in a place that lies in it
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return who      actor             whom the actor met
// @return times    integer           in how many meetings
// @return first    date              the first of them, as precise as its sources
// @return last     date              the last of them
// @return meetings meeting list      the meetings
// @return evidence evidence list     sources and their words
MATCH (a:Actor {id: $actor})<-[p:HAS_PARTICIPANT]-(m:Meeting)
WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(m.status, 'held') = 'held'
  AND ($place IS NULL OR EXISTS { (m)-[:HELD_AT]->(:Place)-[:PART_OF|IN_COUNTRY*0..6]->(:Place {id: $place}) })
  AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH DISTINCT m
MATCH (m)-[q:HAS_PARTICIPANT]->(x:Actor)
WHERE coalesce(q.status, 'attended') = 'attended' AND x.id <> $actor
WITH x, collect(DISTINCT m.id) AS met
WITH x, met, size(met) AS times
ORDER BY times DESC, x.id
LIMIT $limit
UNWIND met AS id
WITH x, times, id
MATCH (m:Meeting {id: id})-[r:REPORTED_IN]->(s:Source)
WITH x, times, collect(DISTINCT m {.id, .title}) AS meetings,
     min(toString(m.date) + '|' + m.date_text) AS first, max(toString(m.date) + '|' + m.date_text) AS last,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                       start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
RETURN x {.id, .name, .kind} AS who, times, split(first, '|')[1] AS first, split(last, '|')[1] AS last,
       meetings, evidence
ORDER BY times DESC, x.id
LIMIT $limit
