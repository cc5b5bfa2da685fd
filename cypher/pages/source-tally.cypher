// How many meetings and claims a source reports, and how many of them no other source does.
CALL () {
  MATCH (m:Meeting)-[:REPORTED_IN]->(:Source {id: $id})
  WITH DISTINCT m
  RETURN EXISTS { MATCH (m)-[:REPORTED_IN]->(s:Source) WHERE s.id <> $id } AS elsewhere
  UNION ALL
  MATCH (c:Claim)-[:REPORTED_IN]->(:Source {id: $id})
  WITH DISTINCT c
  RETURN EXISTS { MATCH (c)-[:REPORTED_IN]->(s:Source) WHERE s.id <> $id } AS elsewhere
}
RETURN count(*) AS facts, sum(CASE WHEN elsewhere THEN 0 ELSE 1 END) AS alone
