// In how many sources each of these meetings and claims is reported.
UNWIND $id AS id
CALL (id) {
  MATCH (:Meeting {id: id})-[:REPORTED_IN]->(s:Source)
  RETURN 'meeting' AS kind, count(DISTINCT s) AS sources
  UNION ALL
  MATCH (:Claim {id: id})-[:REPORTED_IN]->(s:Source)
  RETURN 'claim' AS kind, count(DISTINCT s) AS sources
}
WITH kind, id, sources
WHERE sources > 0
RETURN kind, id, sources
ORDER BY kind, id
