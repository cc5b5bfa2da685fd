// Claims addressed to an actor
//
// What was said to the actor (demands, warnings, answers), newest first.
//
// @theme  Claims 340
// @none   No claim to {actor} is recorded
// @ask    claims addressed to {actor}
// @ask    what was {actor} told
// @ask    what did others say to {actor}
// @ask    messages to {actor}
// @param  actor        actor             a person, state, organization or group
// @param  since        date = null       first day to include; empty for no beginning
// @param  until        date last = null  last day to include; empty for no end
// @param  limit        integer = 100     most rows
// @return date         date              when it was said, as precise as its sources
// @return claim        claim             what was said
// @return kind         string            statement, denial, demand, warning, ...
// @return speaker      actor list        who said it
// @return jointly      boolean           yes where a source has them say it together
// @return on_behalf_of actor list        for whom it was said
// @return to           actor list        to whom it was said
// @return about        actor list        whom it is about
// @return meetings     meeting list      the meeting at which it was said, or which it is about
// @return evidence     evidence list     sources and their words
MATCH (:Actor {id: $actor})<-[:ADDRESSED_TO]-(c:Claim)
WHERE ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
  AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
WITH DISTINCT c
ORDER BY c.date IS NULL, c.date DESC, c.id
LIMIT $limit
CALL (c) {
  MATCH (c)-[b:MADE_BY]->(x:Actor)
  WHERE coalesce(b.capacity, 'speaker') <> 'on behalf of'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS speaker, count(b.jointly) AS joint
}
CALL (c) {
  MATCH (c)-[b:MADE_BY]->(x:Actor)
  WHERE b.capacity = 'on behalf of'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS on_behalf_of
}
CALL (c) {
  MATCH (c)-[:ADDRESSED_TO]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS addressed
}
CALL (c) {
  MATCH (c)-[:ABOUT]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS about
}
CALL (c) {
  MATCH (c)-[:MADE_AT|ABOUT]->(x:Meeting)
  RETURN collect(DISTINCT x {.id, .title}) AS meetings
}
CALL (c) {
  MATCH (c)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN c.date_text AS date, c {.id, .text} AS claim, c.kind AS kind, speaker,
       CASE WHEN joint > 0 THEN true END AS jointly, on_behalf_of, addressed AS to, about, meetings, evidence
ORDER BY c.date IS NULL, c.date DESC, c.id
LIMIT $limit
