// Claims by several conditions at once
//
// Claims that fulfil every condition that is given, newest first; without any, all claims. Said by somebody is also
// what was said on its behalf.
//
// @theme  Claims 365
// @general
// @none   No such claim is recorded
// @ask    all claims
// @ask    latest claims
// @ask    claims by {by} on {on}
// @ask    what did {by} say on {on}
// @ask    what did {by} say about {on}
// @ask    claims by {by} addressed to {to}
// @ask    what did {by} say to {to}
// @ask    what did {by} tell {to} about {about}
// @param  by            actor = null      who said it, or for whom it was said
// @param  to            actor = null      to whom it was said
// @param  about         actor = null      whom it is about
// @param  on            topic = null      what it is on
// @param  kind          string = null     words of the kind of claim: statement, denial, demand, warning, ...
// @param  source        source = null     only those that this source reports
// @param  since         date = null       first day to include; empty for no beginning
// @param  until         date last = null  last day to include; empty for no end
// @param  least_sources integer = null    reported by at least so many sources
// @param  most_sources  integer = null    reported by at most so many sources
// @param  limit         integer = 100     most rows
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
CALL () {
  // One of the conditions gives the claims to begin with; the others are asked of these.
  MATCH (:Actor {id: $by})<-[:MADE_BY]-(c:Claim)
  RETURN c.id AS id
  UNION ALL
  UNWIND CASE WHEN $by IS NULL THEN [$about] ELSE [] END AS given
  MATCH (:Actor {id: given})<-[:ABOUT]-(c:Claim)
  RETURN c.id AS id
  UNION ALL
  UNWIND CASE WHEN coalesce($by, $about) IS NULL THEN [$to] ELSE [] END AS given
  MATCH (:Actor {id: given})<-[:ADDRESSED_TO]-(c:Claim)
  RETURN c.id AS id
  UNION ALL
  UNWIND CASE WHEN coalesce($by, $about, $to) IS NULL THEN [$source] ELSE [] END AS given
  MATCH (c:Claim)-[:REPORTED_IN]->(:Source {id: given})
  RETURN c.id AS id
  UNION ALL
  UNWIND CASE WHEN coalesce($by, $about, $to, $source) IS NULL THEN [$on] ELSE [] END AS given
  MATCH (:Topic {id: given})<-[:HAS_TOPIC]-(c:Claim)
  RETURN c.id AS id
  UNION ALL
  // Of all claims only those that are shown.
  UNWIND CASE WHEN coalesce($by, $about, $to, $source, $on) IS NULL THEN [1] ELSE [] END AS every
  MATCH (c:Claim)
  WHERE ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
    AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
    AND ($kind IS NULL OR toLower(c.kind) CONTAINS toLower($kind))
  WITH c, CASE WHEN coalesce($least_sources, $most_sources) IS NOT NULL THEN
       size(reduce(once = [], x IN [(c)-[r:REPORTED_IN]->(:Source) | r.source] |
                   CASE WHEN x IN once THEN once ELSE once + x END)) END AS sources
  WHERE ($least_sources IS NULL OR sources >= $least_sources) AND ($most_sources IS NULL OR sources <= $most_sources)
  WITH c
  ORDER BY c.date IS NULL, c.date DESC, c.id
  LIMIT $limit
  RETURN c.id AS id
}
WITH DISTINCT id
MATCH (c:Claim {id: id})
WHERE ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
  AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
  AND ($kind IS NULL OR toLower(c.kind) CONTAINS toLower($kind))
  AND ($about IS NULL OR EXISTS { (c)-[:ABOUT]->(:Actor {id: $about}) })
  AND ($to IS NULL OR EXISTS { (c)-[:ADDRESSED_TO]->(:Actor {id: $to}) })
  AND ($source IS NULL OR EXISTS { (c)-[:REPORTED_IN]->(:Source {id: $source}) })
  AND ($on IS NULL OR EXISTS { (c)-[:HAS_TOPIC]->(:Topic {id: $on}) })
WITH c, CASE WHEN coalesce($least_sources, $most_sources) IS NOT NULL THEN
     size(reduce(once = [], x IN [(c)-[r:REPORTED_IN]->(:Source) | r.source] |
                 CASE WHEN x IN once THEN once ELSE once + x END)) END AS sources
WHERE ($least_sources IS NULL OR sources >= $least_sources) AND ($most_sources IS NULL OR sources <= $most_sources)
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
