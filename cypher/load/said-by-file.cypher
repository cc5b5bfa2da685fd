// The statements of a file: each begins at an entity that the file describes.
MATCH (n)-[d:DESCRIBED_IN]->(f:Source {id: $file})
WHERE d.file = $file
MATCH (n)-[r]->()
WHERE r.file = $file AND type(r) <> 'DESCRIBED_IN'
RETURN [label IN labels(n) WHERE label IN $labels][0] AS label,
       coalesce(r.said_start, n.id) AS id, r.key AS key
