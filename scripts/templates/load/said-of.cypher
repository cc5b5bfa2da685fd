// All that is said of some entities, with the ids under which it was said.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[r]-()
WHERE (startNode(r) = n AND (coalesce(r.said_start, n.id) = row.id OR (r.of_type IS NOT NULL AND r.said_end = row.id)))
   OR (endNode(r) = n AND r.of_type IS NULL AND coalesce(r.said_end, n.id) = row.id)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
%said%
