// Entities of the kind that the full-text index $index is of, by their words: $text holds them for the index, $words
// for counting how many are there. $title is the property that they are called by.
CALL db.index.fulltext.queryNodes($index, $text) YIELD node, score
WITH node AS e, score AS score ORDER BY score DESC LIMIT 200
WITH e AS e, score AS score, size([word IN $words WHERE (' ' + e.search + ' ') CONTAINS (' ' + word + ' ')]) AS found
ORDER BY found DESC, score DESC, e.id
LIMIT $most
RETURN e.id AS id, CASE $title WHEN 'text' THEN e.text WHEN 'title' THEN e.title ELSE e.name END AS name,
  e.kind AS kind, e.date_text AS date_text, e.publisher AS publisher, e.author AS author, found AS found
ORDER BY found DESC, score DESC, id
