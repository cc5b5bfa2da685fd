// Statements that speak of some entities, without those of some files and those with some keys: how many, one example.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[r]-()
WHERE NOT type(r) IN $bookkeeping AND NOT r.file IN $files AND NOT r.key IN $keys
  AND ((startNode(r) = n AND (coalesce(r.said_start, n.id) = row.id OR (r.of_type IS NOT NULL AND r.said_end = row.id)))
    OR (endNode(r) = n AND coalesce(r.said_end, n.id) = row.id))
RETURN row.label AS label, row.id AS id, count(r) AS number,
       min(coalesce(r.said_source, r.source)) AS source, min(r.file) AS file
