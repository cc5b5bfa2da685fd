// Actors that at least one word names, with the words of their offices: so that `Foreign Minister Lavrov` is found.
// $asked: [{key, words}], normalized. At most $most actors for each word.
UNWIND $asked AS asked
UNWIND asked.words AS word
CALL (word) {
  MATCH (:Name {id: word})-[:NAMES]->(a:Actor)
  RETURN DISTINCT a AS a ORDER BY a.id LIMIT $most
}
WITH asked.key AS key, a AS a, collect(DISTINCT word) AS named
OPTIONAL MATCH (a)-[r:AFFILIATED_WITH]->(body:Actor)
WITH key AS key, a AS a, named AS named, collect(DISTINCT r.role) AS offices, collect(DISTINCT body.name) AS bodies
RETURN key AS key, a.id AS id, a.name AS name, a.kind AS kind, a.description AS description,
  named AS named, offices AS offices, bodies AS bodies
ORDER BY key, id
