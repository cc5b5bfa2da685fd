// Claims about a meeting, or made at it
//
// What was said at a meeting and what was said about it, newest first.
//
// @theme  Claims 350
// @none   No claim is recorded that was made at the meeting or is about it
// @ask    claims about the meeting {meeting}
// @ask    claims made at the meeting {meeting}
// @ask    what was said at the meeting {meeting}
// @ask    what was said about the meeting {meeting}
// @ask    statements at or about the meeting {meeting}
// @ask    who said what at the meeting {meeting}
// @param  meeting      meeting        a meeting, by words of its title or by its id
// @param  limit        integer = 100  most rows
// @return date         date           when it was said, as precise as its sources
// @return claim        claim          what was said
// @return kind         string         statement, denial, demand, warning, ...
// @return relation     string list    made at it, about it, or both
// @return speaker      actor list     who said it
// @return jointly      boolean        yes where a source has them say it together
// @return on_behalf_of actor list     for whom it was said
// @return to           actor list     to whom it was said
// @return about        actor list     whom it is about
// @return evidence     evidence list  sources and their words
MATCH (m:Meeting {id: $meeting})<-[b:MADE_AT|ABOUT]-(c:Claim)
WITH c, collect(DISTINCT CASE type(b) WHEN 'MADE_AT' THEN 'made at it' ELSE 'about it' END) AS relation
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
  MATCH (c)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN c.date_text AS date, c {.id, .text} AS claim, c.kind AS kind, relation, speaker,
       CASE WHEN joint > 0 THEN true END AS jointly, on_behalf_of, addressed AS to, about, evidence
ORDER BY c.date IS NULL, c.date DESC, c.id
LIMIT $limit
