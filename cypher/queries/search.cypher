// Search in everything
//
// Actors, meetings, claims and sources in which any of the words stands: those with most of the words
// first. Accents, case and script do not matter; whole words only.
//
// @theme  Sources and evidence 410
// @ask    search {words}
// @ask    search for {words}
// @ask    find {words}
// @ask    look up {words}
// @ask    where is {words} mentioned
// @ask    anything on {words}
// @param  words    words          one word or several
// @param  limit    integer = 50   most rows
// @return kind     string         actor, meeting, claim or source
// @return actor    actor          the actor found, or empty
// @return meeting  meeting        the meeting found, or empty
// @return claim    claim          the claim found, or empty
// @return source   source         the source found, or empty
// @return hits     integer        how many of the words it contains
// @return date     date           when, for a meeting or claim
// @return evidence evidence list  sources of a meeting or claim
CALL () {
  CALL db.index.fulltext.queryNodes('actor_search', $words) YIELD node
  RETURN 'actor' AS kind, node.id AS id, node.search AS text
  UNION ALL
  CALL db.index.fulltext.queryNodes('meeting_search', $words) YIELD node
  RETURN 'meeting' AS kind, node.id AS id, node.search AS text
  UNION ALL
  CALL db.index.fulltext.queryNodes('claim_search', $words) YIELD node
  RETURN 'claim' AS kind, node.id AS id, node.search AS text
  UNION ALL
  CALL db.index.fulltext.queryNodes('source_search', $words) YIELD node
  RETURN 'source' AS kind, node.id AS id, node.search AS text
}
WITH kind, id, split(text, ' ') AS text
WITH kind, id, size([w IN split($words, ' ') WHERE w IN text]) AS hits
WHERE hits > 0
WITH kind, id, hits
ORDER BY hits DESC, kind, id
LIMIT $limit
OPTIONAL MATCH (a:Actor {id: id}) WHERE kind = 'actor'
OPTIONAL MATCH (m:Meeting {id: id}) WHERE kind = 'meeting'
OPTIONAL MATCH (c:Claim {id: id}) WHERE kind = 'claim'
OPTIONAL MATCH (f:Source {id: id}) WHERE kind = 'source'
WITH kind, id, hits, a, m, c, f, coalesce(m, c) AS n
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN kind, a {.id, .name, .kind} AS actor, m {.id, .title} AS meeting, c {.id, .text} AS claim,
       f {.id, .title} AS source, hits, n.date_text AS date, evidence
ORDER BY hits DESC, kind, id
LIMIT $limit
