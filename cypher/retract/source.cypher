// The source itself, with the files that describe it.
MATCH (s:Source {id: $source})
OPTIONAL MATCH (s)-[:DESCRIBED_IN]->(f:Source)
RETURN s.id AS id, s.title AS title, s.kind AS kind, s.sha256 AS sha256, s.position AS position, collect(DISTINCT f.id) AS files
