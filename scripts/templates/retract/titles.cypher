// What some entities are called.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.at})
WHERE row.label IN labels(n)
RETURN row.label AS label, row.id AS id,
       CASE row.label
         WHEN '%label%' THEN n.%title%
       END AS title
