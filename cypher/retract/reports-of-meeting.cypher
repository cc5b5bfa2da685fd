// Reports of some Meetings other than the statements with these keys.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})-[r:REPORTED_IN]->(s:Source)
WHERE NOT r.key IN $keys
RETURN DISTINCT id, s.id AS source
ORDER BY id, source
