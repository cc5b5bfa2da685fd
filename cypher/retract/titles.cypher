// What some entities are called.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.at})
WHERE row.label IN labels(n)
RETURN row.label AS label, row.id AS id,
       CASE row.label
         WHEN 'Source' THEN n.title
         WHEN 'Place' THEN n.name
         WHEN 'Topic' THEN n.name
         WHEN 'Actor' THEN n.name
         WHEN 'Meeting' THEN n.title
         WHEN 'Claim' THEN n.text
       END AS title
