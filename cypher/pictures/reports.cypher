// In which words each source reports these meetings and claims.
UNWIND $keys AS key
MATCH (n:Actor|Meeting|Claim {id: key.id})
WHERE key.label IN labels(n)
MATCH (n)-[r:REPORTED_IN]->(s:Source)
WHERE r.quote IS NOT NULL
WITH DISTINCT key.label AS label, key.id AS id, s.id AS said_by, r.quote AS quote, r.quote_start AS position
RETURN label, id, said_by, quote
ORDER BY label, id, said_by, position
