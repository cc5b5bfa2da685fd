// Sources of a claim
//
// One claim with all that belongs to it: who said it and for whom, to whom and about whom, at which meeting,
// and every source that reports it, in its own words.
//
// @theme  Sources and evidence 430
// @related 1
// @ask    sources of the claim {claim}
// @ask    evidence of the claim {claim}
// @ask    who made the claim {claim}
// @ask    who reports the claim {claim}
// @ask    where does the claim {claim} come from
// @param  claim        claim          a claim, by its words or by its id
// @param  limit        integer = 100  most rows
// @return date         date           when it was said, as precise as its sources
// @return claim        claim          what was said
// @return kind         string         statement, denial, demand, warning, ...
// @return speaker      actor list     who said it
// @return jointly      boolean        yes where a source has them say it together
// @return on_behalf_of actor list     for whom it was said
// @return to           actor list     to whom it was said
// @return about        actor list     whom it is about
// @return meetings     meeting list   the meeting at which it was said, or which it is about
// @return topics       topic list     what it is on
// @return evidence     evidence list  sources and their words
MATCH (c:Claim {id: $claim})
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
  MATCH (c)-[:MADE_AT|ABOUT]->(m:Meeting)
  RETURN collect(DISTINCT m {.id, .title}) AS meetings
}
CALL (c) {
  MATCH (c)-[:HAS_TOPIC]->(t:Topic)
  RETURN collect(DISTINCT t {.id, .name}) AS topics
}
CALL (c) {
  MATCH (c)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN c.date_text AS date, c {.id, .text} AS claim, c.kind AS kind, speaker,
       CASE WHEN joint > 0 THEN true END AS jointly, on_behalf_of, addressed AS to, about, meetings, topics, evidence
ORDER BY c.id
LIMIT $limit
