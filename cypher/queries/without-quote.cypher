// Reports without a quote
//
// Meetings and claims of which a report gives no words of its source: first those for which nobody gives
// any, then those for which another report does. With an actor: only what involves it.
//
// @theme  Sources and evidence 470
// @none   No report lacks a quote
// @ask    reports without a quote
// @ask    what has no quote
// @ask    meetings and claims without quotes
// @ask    what is not backed by a quotation
// @ask    unquoted reports
// @ask    reports without a quote involving {actor}
// @ask    what about {actor} has no quote
// @param  actor    actor = null   only its meetings, and claims by it, to it or about it
// @param  limit    integer = 100  most rows
// @return date     date           when, as precise as its sources
// @return kind     string         meeting or claim
// @return meeting  meeting        the meeting, or empty
// @return claim    claim          the claim, or empty
// @return quoted   boolean        whether another report gives a quote
// @return sources  source list    whose report has no quote
// @return evidence evidence list  all reports
CALL () {
  MATCH (m:Meeting)-[r:REPORTED_IN]->(s:Source)
  WHERE r.quote IS NULL AND ($actor IS NULL OR EXISTS { (m)-[:HAS_PARTICIPANT]->(:Actor {id: $actor}) })
  RETURN 'meeting' AS kind, m.id AS id, m.date AS day, s.id AS source, s.title AS title
  UNION
  MATCH (c:Claim)-[r:REPORTED_IN]->(s:Source)
  WHERE r.quote IS NULL
    AND ($actor IS NULL OR EXISTS { (c)-[:MADE_BY|ADDRESSED_TO|ABOUT]->(:Actor {id: $actor}) })
  RETURN 'claim' AS kind, c.id AS id, c.date AS day, s.id AS source, s.title AS title
}
WITH kind, id, day, collect({id: source, title: title}) AS sources
OPTIONAL MATCH (m:Meeting {id: id}) WHERE kind = 'meeting'
OPTIONAL MATCH (c:Claim {id: id}) WHERE kind = 'claim'
WITH kind, id, day, sources, m, c, coalesce(m, c) AS n
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(:Source)
  RETURN count(r.quote) > 0 AS quoted
}
WITH kind, id, day, sources, m, c, n, quoted
ORDER BY quoted, day IS NULL, day DESC, kind DESC, id
LIMIT $limit
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN n.date_text AS date, kind, m {.id, .title} AS meeting, c {.id, .text} AS claim, quoted, sources, evidence
ORDER BY quoted, day IS NULL, day DESC, kind DESC, id
LIMIT $limit
