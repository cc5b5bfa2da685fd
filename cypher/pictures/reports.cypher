// In which words each source reports these meetings and claims.
CALL () {
  UNWIND $meetings AS id
  MATCH (m:Meeting {id: id})-[r:REPORTED_IN]->(s:Source)
  RETURN 'meeting' AS entity, m.id AS id, s.id AS said_by, r.quote AS quote, r.quote_start AS position
  UNION
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})-[r:REPORTED_IN]->(s:Source)
  RETURN 'claim' AS entity, c.id AS id, s.id AS said_by, r.quote AS quote, r.quote_start AS position
}
WITH entity AS entity, id AS id, said_by AS said_by, quote AS quote, position AS position
WHERE quote IS NOT NULL
RETURN entity, id, said_by, quote
ORDER BY entity, id, said_by, position
