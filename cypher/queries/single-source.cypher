// What stands on one source only
//
// Meetings and claims that only one source reports, however often it does, newest first: what is worth a
// second look. With an actor: only what involves it.
//
// @theme  Sources and evidence 460
// @none   Nothing stands on one source only
// @ask    what stands on one source only
// @ask    what rests on one source
// @ask    single source meetings and claims
// @ask    what is reported by only one source
// @ask    which meetings have just one source
// @ask    uncorroborated reports
// @ask    what is known from one source only about {actor}
// @ask    what about {actor} stands on one source only
// @param  actor    actor = null   only its meetings, and claims by it, to it or about it
// @param  limit    integer = 100  most rows
// @return date     date           when, as precise as its source
// @return kind     string         meeting or claim
// @return meeting  meeting        the meeting, or empty
// @return claim    claim          the claim, or empty
// @return source   source         its only source
// @return evidence evidence list  sources and their words
CALL () {
  MATCH (m:Meeting)-[:REPORTED_IN]->(s:Source)
  WITH m, collect(DISTINCT s.id) AS sources
  WHERE size(sources) = 1 AND ($actor IS NULL OR EXISTS { (m)-[:HAS_PARTICIPANT]->(:Actor {id: $actor}) })
  RETURN 'meeting' AS kind, m.id AS id, m.date AS day, sources[0] AS source
  UNION ALL
  MATCH (c:Claim)-[:REPORTED_IN]->(s:Source)
  WITH c, collect(DISTINCT s.id) AS sources
  WHERE size(sources) = 1
    AND ($actor IS NULL OR EXISTS { (c)-[:MADE_BY|ADDRESSED_TO|ABOUT]->(:Actor {id: $actor}) })
  RETURN 'claim' AS kind, c.id AS id, c.date AS day, sources[0] AS source
}
WITH kind, id, day, source
ORDER BY day IS NULL, day DESC, kind DESC, id
LIMIT $limit
MATCH (s:Source {id: source})
WITH kind, id, day, s {.id, .title} AS only
OPTIONAL MATCH (m:Meeting {id: id}) WHERE kind = 'meeting'
OPTIONAL MATCH (c:Claim {id: id}) WHERE kind = 'claim'
WITH kind, id, day, only, m, c, coalesce(m, c) AS n
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN n.date_text AS date, kind, m {.id, .title} AS meeting, c {.id, .text} AS claim,
       only AS source, evidence
ORDER BY day IS NULL, day DESC, kind DESC, id
LIMIT $limit
