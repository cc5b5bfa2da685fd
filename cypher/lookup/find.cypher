// Entities by what a person typed: by id (rank 0), by a whole name (1), by all words of it (2). What has a date has it
// as its description.
// $asked: [{key, kind, label, title, id, name, words, only}]; title is the property that the kind is called by, name and words
// are normalized, only is the word where there is just one. The weight is how much the graph holds of an entity.
// At most $most entities of each rank, the weightiest. Several words are looked up from the rarest of them. An id that is
// decided to be the same as another finds what that one does. A place is also found by the other names of a state that
// is called as it is: Schweiz finds Switzerland.
CALL () {
  MATCH (d:Decision {verdict: 'same'})
  UNWIND d.ids AS id
  WITH d.kind AS kind, id AS id, d.entities[0] AS entity WHERE id IN $ids AND id <> entity
  RETURN collect(DISTINCT {kind: kind, id: id, entity: entity}) AS leads
}
UNWIND $asked AS asked
CALL (asked, leads) {
  MATCH (e:Source|Place|Topic|Actor|Meeting|Claim {id: asked.id}) WHERE asked.label IN labels(e)
  RETURN 0 AS rank, e.id AS id, CASE asked.title WHEN 'text' THEN e.text WHEN 'title' THEN e.title ELSE e.name END AS name,
    e.kind AS kind, e.country AS country, coalesce(e.description, e.date_text) AS description,
    COUNT { (e)--() } AS weight
  UNION ALL
  UNWIND [lead IN leads WHERE lead.id = asked.id AND lead.kind = asked.kind | lead.entity] AS entity
  MATCH (e:Source|Place|Topic|Actor|Meeting|Claim {id: entity}) WHERE asked.label IN labels(e)
  RETURN 0 AS rank, e.id AS id, CASE asked.title WHEN 'text' THEN e.text WHEN 'title' THEN e.title ELSE e.name END AS name,
    e.kind AS kind, e.country AS country, coalesce(e.description, e.date_text) AS description,
    COUNT { (e)--() } AS weight
  UNION ALL
  MATCH (:Name {id: asked.name})-[r:NAMES]->(e) WHERE r.whole AND asked.label IN labels(e)
  RETURN DISTINCT 1 AS rank, e.id AS id, e.name AS name, e.kind AS kind, e.country AS country, e.description AS description,
    COUNT { (e)--() } AS weight
  ORDER BY weight DESC, id LIMIT $most
  UNION ALL
  MATCH (:Name {id: asked.name})-[r:NAMES]->(:State)<-[q:NAMES]-(:Name)-[t:NAMES]->(e:Place)
  WHERE asked.label = 'Place' AND r.whole AND q.whole AND t.whole
  RETURN DISTINCT 1 AS rank, e.id AS id, e.name AS name, e.kind AS kind, e.country AS country, e.description AS description,
    COUNT { (e)--() } AS weight
  ORDER BY weight DESC, id LIMIT $most
  UNION ALL
  MATCH (:Name {id: asked.only})-[:NAMES]->(e) WHERE asked.label IN labels(e)
  RETURN DISTINCT 2 AS rank, e.id AS id, e.name AS name, e.kind AS kind, e.country AS country, e.description AS description,
    COUNT { (e)--() } AS weight
  ORDER BY weight DESC, id LIMIT $most
  UNION ALL
  UNWIND CASE WHEN asked.only IS NULL THEN asked.words ELSE [] END AS word
  MATCH (n:Name {id: word})
  WITH n.id AS known, COUNT { (n)-[:NAMES]->() } AS degree ORDER BY degree, known
  WITH collect(known) AS known
  WHERE size(known) = size(asked.words)
  MATCH (:Name {id: known[0]})-[:NAMES]->(e)<-[:NAMES]-(n:Name)
  WHERE asked.label IN labels(e) AND n.id IN asked.words AND n.id <> known[0]
  WITH e AS e, count(DISTINCT n.id) AS found WHERE found + 1 = size(asked.words)
  RETURN 2 AS rank, e.id AS id, e.name AS name, e.kind AS kind, e.country AS country, e.description AS description,
    COUNT { (e)--() } AS weight
  ORDER BY weight DESC, id LIMIT $most
}
RETURN asked.key AS key, rank AS rank, id AS id, name AS name, kind AS kind, country AS country, description AS description,
  weight AS weight
ORDER BY key, rank, name, id
