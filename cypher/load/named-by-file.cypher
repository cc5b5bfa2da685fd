// The names that a file gives to the entities it describes.
MATCH (n)-[d:DESCRIBED_IN]->(f:Source {id: $file})
WHERE d.file = $file
MATCH (n)<-[r:NAMES]-(name:Name)
WHERE r.file = $file
RETURN [label IN labels(n) WHERE label IN $labels][0] AS label,
       coalesce(r.said_end, n.id) AS id, r.key AS key, name.id AS name
