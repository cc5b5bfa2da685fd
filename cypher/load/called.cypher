// What files other than $files call so, for each text in $asked: by its id, or by a whole name.
// $asked: [{key, label, title, id, name}]; title is the property that the kind is called by, name is normalized.
UNWIND $asked AS asked
CALL (asked) {
  MATCH (e:Source|Place|Topic|Actor|Meeting|Claim {id: asked.id})
  WHERE asked.label IN labels(e)
  MATCH (e)-[d:DESCRIBED_IN]->(:Source)
  WHERE NOT d.file IN $files
  RETURN DISTINCT e.id AS id, CASE asked.title WHEN 'text' THEN e.text WHEN 'title' THEN e.title ELSE e.name END AS name,
    e.kind AS kind, e.country AS country, e.description AS description, coalesce(e.date_text, e.published) AS date
  UNION ALL
  MATCH (n:Name {id: asked.name})
  MATCH (n)-[r:NAMES]->(e)
  WHERE r.whole AND NOT r.file IN $files AND asked.label IN labels(e)
  RETURN DISTINCT e.id AS id, e.name AS name,
    e.kind AS kind, e.country AS country, e.description AS description, coalesce(e.date_text, e.published) AS date
}
RETURN asked.key AS key, id AS id, name AS name, kind AS kind, country AS country, description AS description,
  date AS date
ORDER BY key, id
