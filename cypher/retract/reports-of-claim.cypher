// Reports of some Claims other than the statements with these keys.
UNWIND $ids AS id
MATCH (n:Claim {id: id})-[r:REPORTED_IN]->(s:Source)
WHERE NOT r.key IN $keys
RETURN DISTINCT id, s.id AS source
ORDER BY id, source
