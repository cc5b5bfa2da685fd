// Entities of one main label with a name, or a word of one, that begins with one of $beginnings.
UNWIND $beginnings AS beginning
MATCH (n:Name)-[:NAMES]->(e)
WHERE n.id STARTS WITH beginning AND $label IN labels(e)
RETURN DISTINCT e.id AS id, e.name AS name,
  e.kind AS kind, e.country AS country, e.description AS description, coalesce(e.date_text, e.published) AS date
ORDER BY id
LIMIT 5000
