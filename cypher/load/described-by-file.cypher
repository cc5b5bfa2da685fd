// The entities that a file describes, and the key of each description.
MATCH (n)-[r:DESCRIBED_IN]->(f:Source {id: $file})
WHERE r.file = $file
RETURN [label IN labels(n) WHERE label IN $labels][0] AS label,
       coalesce(r.said_start, n.id) AS id, r.key AS key
