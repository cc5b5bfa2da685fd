// Meetings by id, or by their words: $text holds them for the index, $words for counting how many are there.
CALL () {
  MATCH (e:Meeting {id: $id})
  RETURN e AS e, 1000.0 AS score
  UNION ALL
  CALL db.index.fulltext.queryNodes('meeting_search', $text) YIELD node, score
  RETURN node AS e, score AS score ORDER BY score DESC LIMIT 200
}
WITH e AS e, max(score) AS score
WITH e AS e, score AS score, size([word IN $words WHERE (' ' + e.search + ' ') CONTAINS (' ' + word + ' ')]) AS found
ORDER BY e.id = $id DESC, found DESC, score DESC, e.id
LIMIT $most
RETURN e.id AS id, e.title AS name, e.kind AS kind, e.date_text AS date_text, found AS found
ORDER BY id = $id DESC, found DESC, score DESC, id
