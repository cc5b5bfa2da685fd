// Search in everything
//
// Actors, places, topics, meetings, claims and sources in which any of the words stands: those with most of
// the words first. Accents, case and script do not matter; whole words only. What is written without spaces,
// as Chinese and Thai are, counts as one word and may stand anywhere in the text.
//
// @theme  Sources and evidence 410
// @none   Nothing is found for “{words}”
// @ask    search {words}
// @ask    search for {words}
// @ask    find {words}
// @ask    look up {words}
// @ask    where is {words} mentioned
// @ask    anything on {words}
// @param  words    words          one word or several
// @param  limit    integer = 50   most rows
// @return kind     string         actor, place, topic, meeting, claim or source
// @return actor    actor          the actor found, or empty
// @return place    place          the place found, or empty
// @return topic    topic          the topic found, or empty
// @return meeting  meeting        the meeting found, or empty
// @return claim    claim          the claim found, or empty
// @return source   source         the source found, or empty
// @return hits     integer        how many of the words it contains
// @return date     date           when, for a meeting or claim
// @return evidence evidence list  sources of a meeting or claim
CALL () {
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
  // A passage without spaces comes as its pairs of letters, ab-bc-, which stand side by side in the text.
  WITH kind, id, size([w IN split($words, ' ') WHERE (' ' + text + ' ') CONTAINS
                        (' ' + CASE WHEN w ENDS WITH '-' THEN replace(w, '-', ' ') ELSE w + ' ' END)]) AS hits
  RETURN kind, id, hits
  UNION ALL
  // Places and topics are found by the words of their names.
  UNWIND split($words, ' ') AS word
  WITH word, CASE WHEN word ENDS WITH '-' THEN [part IN split(word, '-') WHERE part <> '' | part + '-']
                  ELSE [word] END AS parts
  UNWIND parts AS part
  MATCH (:Name {id: part})-[:NAMES]->(e:Place|Topic)
  WITH word, size(parts) AS wanted, e.id AS id, CASE WHEN 'Place' IN labels(e) THEN 'place' ELSE 'topic' END AS kind,
       count(DISTINCT part) AS found
  WHERE found = wanted
  RETURN kind, id, count(DISTINCT word) AS hits
}
WITH kind, id, hits
WHERE hits > 0
WITH kind, id, hits
ORDER BY hits DESC, kind, id
LIMIT $limit
OPTIONAL MATCH (a:Actor {id: id}) WHERE kind = 'actor'
OPTIONAL MATCH (p:Place {id: id}) WHERE kind = 'place'
OPTIONAL MATCH (t:Topic {id: id}) WHERE kind = 'topic'
OPTIONAL MATCH (m:Meeting {id: id}) WHERE kind = 'meeting'
OPTIONAL MATCH (c:Claim {id: id}) WHERE kind = 'claim'
OPTIONAL MATCH (f:Source {id: id}) WHERE kind = 'source'
WITH kind, id, hits, a, p, t, m, c, f, coalesce(m, c) AS n
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN kind, a {.id, .name, .kind} AS actor, p {.id, .name} AS place, t {.id, .name} AS topic,
       m {.id, .title} AS meeting, c {.id, .text} AS claim, f {.id, .title} AS source, hits, n.date_text AS date, evidence
ORDER BY hits DESC, kind, id
LIMIT $limit
