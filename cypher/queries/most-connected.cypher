// Most contacts
//
// Who met the largest number of different people, states and organizations, and in how many meetings. Only
// meetings that were held count, and only those who attended.
//
// @theme  People and organizations 240
// @none   Nobody is recorded who met anybody
// @ask    most connected actors
// @ask    the best connected actors
// @ask    who met the most people
// @ask    who has the most contacts
// @ask    busiest actors
// @param  since        date = null       first day to include; empty for no beginning
// @param  until        date last = null  last day to include; empty for no end
// @param  limit        integer = 25      most rows
// @return who          actor             the actor
// @return counterparts integer           how many others it met
// @return meetings     integer           in how many meetings
MATCH (m:Meeting)-[p:HAS_PARTICIPANT]->(x:Actor)
WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(m.status, 'held') = 'held'
  AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
WITH m.id AS meeting, collect(DISTINCT x.id) AS present
WHERE size(present) > 1
UNWIND present AS one
UNWIND present AS other
WITH one, count(DISTINCT other) - 1 AS counterparts, count(DISTINCT meeting) AS meetings
ORDER BY counterparts DESC, meetings DESC, one
LIMIT $limit
MATCH (x:Actor {id: one})
RETURN x {.id, .name, .kind} AS who, counterparts, meetings
ORDER BY counterparts DESC, meetings DESC, x.id
LIMIT $limit
