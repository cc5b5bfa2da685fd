// What stands on one source alone
//
// Meetings and claims that no other source reports: with this source they would go.
MATCH (fact)-[report:REPORTED_IN]->(source:Source {id: $source})
WHERE NOT EXISTS { MATCH (fact)-[:REPORTED_IN]->(another:Source) WHERE another <> source }
RETURN fact, report, source
LIMIT 50
