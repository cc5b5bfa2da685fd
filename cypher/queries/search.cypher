// Search in everything
//
// Actors, places, topics, meetings, claims and sources in which any of the words stands. First comes what is called
// just so, then what has most of the words: of these what is called by them before what merely holds them, and then
// what the graph holds most of. Accents, case and script do not matter; whole words only. Words in quotation marks must
// stand one after the other. What is written without spaces, as Chinese and Thai are, counts as one word and may stand
// anywhere in a text.
//
// @theme  Sources and evidence 410
// @none   Nothing is found for “{words}”
// @ask    search {words}
// @ask    search for {words}
// @ask    find {words}
// @ask    look up {words}
// @ask    where is {words} mentioned
// @ask    anything on {words}
// @param  words    words          one word or several; in quotation marks, just so
// @param  limit    integer = 50   most rows
// @return kind     string         actor, place, topic, meeting, claim or source
// @return actor    actor          the actor found, or empty
// @return place    place          the place found, or empty
// @return topic    topic          the topic found, or empty
// @return meeting  meeting        the meeting found, or empty
// @return claim    claim          the claim found, or empty
// @return source   source         the source found, or empty
// @return found_in string         where the words stand: in its name or title, in its text, or in both
// @return hits     integer        how many of the words it contains
// @return date     date           when, for a meeting or claim
// @return evidence evidence list  sources of a meeting or claim
CALL () {
  // Each branch cuts in the order of the whole. In `search` stands first what something is called by, each form ended
  // by |, and then || before the rest. A word that ends with -- was in quotation marks.
  CALL db.index.fulltext.queryNodes('actor_search', $words) YIELD node
  WITH node.id AS id, null AS day, '| ' + split(node.search, ' || ')[0] AS front,
       COUNT { (node)<-[:HAS_PARTICIPANT|MADE_BY|ADDRESSED_TO|ABOUT]-() } AS weight,
       [w IN split($words, ' ')
        WHERE (' ' + node.search + ' ') CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')] AS held
  WHERE size(held) > 0
    AND (NOT $words CONTAINS '--' OR all(w IN split($words, ' ') WHERE NOT w ENDS WITH '--' OR w IN held))
  WITH id, weight, day, size(held) AS hits, front CONTAINS ('| ' + $words_whole + ' |') AS whole,
       size([w IN held WHERE front CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')]) AS named
  RETURN 'actor' AS kind, id, hits, whole, named, weight, day
  ORDER BY whole DESC, hits DESC, named DESC, weight DESC, day IS NULL, day DESC, id LIMIT $limit
  UNION ALL
  CALL db.index.fulltext.queryNodes('meeting_search', $words) YIELD node
  WITH node.id AS id, node.date AS day, '| ' + split(node.search, ' || ')[0] AS front,
       COUNT { (node)-[:REPORTED_IN]->() } AS weight,
       [w IN split($words, ' ')
        WHERE (' ' + node.search + ' ') CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')] AS held
  WHERE size(held) > 0
    AND (NOT $words CONTAINS '--' OR all(w IN split($words, ' ') WHERE NOT w ENDS WITH '--' OR w IN held))
  WITH id, weight, day, size(held) AS hits, front CONTAINS ('| ' + $words_whole + ' |') AS whole,
       size([w IN held WHERE front CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')]) AS named
  RETURN 'meeting' AS kind, id, hits, whole, named, weight, day
  ORDER BY whole DESC, hits DESC, named DESC, weight DESC, day IS NULL, day DESC, id LIMIT $limit
  UNION ALL
  CALL db.index.fulltext.queryNodes('claim_search', $words) YIELD node
  WITH node.id AS id, node.date AS day, COUNT { (node)-[:REPORTED_IN]->() } AS weight,
       [w IN split($words, ' ')
        WHERE (' ' + node.search + ' ') CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')] AS held
  WHERE size(held) > 0
    AND (NOT $words CONTAINS '--' OR all(w IN split($words, ' ') WHERE NOT w ENDS WITH '--' OR w IN held))
  RETURN 'claim' AS kind, id, size(held) AS hits, false AS whole, 0 AS named, weight, day
  ORDER BY whole DESC, hits DESC, named DESC, weight DESC, day IS NULL, day DESC, id LIMIT $limit
  UNION ALL
  CALL db.index.fulltext.queryNodes('source_search', $words) YIELD node
  WITH node.id AS id, null AS day, '| ' + split(node.search, ' || ')[0] AS front,
       CASE node.kind WHEN 'dossier' THEN -1 ELSE COUNT { (node)<-[:REPORTED_IN]-() } END AS weight,  // a loaded file
       [w IN split($words, ' ')
        WHERE (' ' + node.search + ' ') CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')] AS held
  WHERE size(held) > 0
    AND (NOT $words CONTAINS '--' OR all(w IN split($words, ' ') WHERE NOT w ENDS WITH '--' OR w IN held))
  WITH id, weight, day, size(held) AS hits, front CONTAINS ('| ' + $words_whole + ' |') AS whole,
       size([w IN held WHERE front CONTAINS (' ' + trim(replace(w, '-', ' ')) + ' ')]) AS named
  RETURN 'source' AS kind, id, hits, whole, named, weight, day
  ORDER BY whole DESC, hits DESC, named DESC, weight DESC, day IS NULL, day DESC, id LIMIT $limit
  UNION ALL
  // Places and topics are found by the words of their names.
  UNWIND split($words, ' ') AS word
  WITH word, word ENDS WITH '--' AS quoted, trim(replace(word, '-', ' ')) AS said,
       CASE WHEN word ENDS WITH '---' OR (word ENDS WITH '-' AND NOT word ENDS WITH '--') THEN '-' ELSE '' END AS joint
  WITH word, quoted, said, joint, size(split(said, ' ')) AS wanted
  UNWIND split(said, ' ') AS part
  MATCH (:Name {id: part + joint})-[:NAMES]->(n:Place|Topic)
  WITH n, word, quoted, said, joint, wanted, count(DISTINCT part) AS found
  WHERE found = wanted AND (joint = '-' OR NOT quoted)
    OR EXISTS { MATCH (x:Name)-[r:NAMES]->(n) WHERE r.whole AND (' ' + x.id + ' ') CONTAINS (' ' + said + ' ') }
  WITH n, count(DISTINCT word) AS hits, count(DISTINCT CASE WHEN quoted THEN word END) AS quoted
  WHERE quoted = size([w IN split($words, ' ') WHERE w ENDS WITH '--'])
  RETURN CASE WHEN 'Place' IN labels(n) THEN 'place' ELSE 'topic' END AS kind, n.id AS id, hits,
         EXISTS { MATCH (:Name {id: $words_whole})-[r:NAMES]->(n) WHERE r.whole } AS whole,
         hits AS named, COUNT { (n)<-[:HELD_AT|HAS_TOPIC]-() } AS weight, null AS day
}
WITH kind, id, hits, whole, named, weight, day
ORDER BY whole DESC, hits DESC, named DESC, weight DESC, day IS NULL, day DESC, id, kind
LIMIT $limit
OPTIONAL MATCH (a:Actor {id: id}) WHERE kind = 'actor'
OPTIONAL MATCH (p:Place {id: id}) WHERE kind = 'place'
OPTIONAL MATCH (t:Topic {id: id}) WHERE kind = 'topic'
OPTIONAL MATCH (m:Meeting {id: id}) WHERE kind = 'meeting'
OPTIONAL MATCH (c:Claim {id: id}) WHERE kind = 'claim'
OPTIONAL MATCH (f:Source {id: id}) WHERE kind = 'source'
WITH kind, id, hits, whole, named, weight, day, a, p, t, m, c, f, coalesce(m, c) AS n,
     CASE kind WHEN 'source' THEN 'title, publisher or author' WHEN 'meeting' THEN 'title' ELSE 'name' END AS called,
     CASE kind WHEN 'actor' THEN 'description' WHEN 'meeting' THEN 'kind or summary' ELSE 'text' END AS other
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN kind, a {.id, .name, .kind} AS actor, p {.id, .name} AS place, t {.id, .name} AS topic,
       m {.id, .title} AS meeting, c {.id, .text} AS claim, f {.id, .title} AS source,
       CASE WHEN named = hits THEN called WHEN named = 0 THEN other ELSE called + '; ' + other END AS found_in,
       hits, n.date_text AS date, evidence
ORDER BY whole DESC, hits DESC, named DESC, weight DESC, day IS NULL, day DESC, id, kind
LIMIT $limit
