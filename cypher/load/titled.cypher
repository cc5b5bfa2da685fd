// Entities of one main label that files other than $files describe, and whose normalized title begins with one of
// $beginnings. $title is the property that the kind is called by.
MATCH (e)-[d:DESCRIBED_IN]->(:Source)
WHERE $label IN labels(e) AND any(beginning IN $beginnings WHERE e.search STARTS WITH beginning) AND NOT d.file IN $files
RETURN DISTINCT e.id AS id, CASE $title WHEN 'text' THEN e.text WHEN 'title' THEN e.title ELSE e.name END AS name,
  e.kind AS kind, e.country AS country, e.description AS description, coalesce(e.date_text, e.published) AS date
ORDER BY id
