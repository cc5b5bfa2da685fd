// The sources that report a meeting or a claim which involves the actor, those that report most of them first.
MATCH (:Actor {id: $id})<-[:HAS_PARTICIPANT|MADE_BY|ADDRESSED_TO|ABOUT]-(n)-[:REPORTED_IN]->(s:Source)
WITH s, count(DISTINCT n) AS facts
ORDER BY facts DESC, s.id
LIMIT 11
RETURN s {.id, .title} AS source, s.kind AS kind, s.publisher AS publisher, s.published AS published, facts
ORDER BY facts DESC, s.id
LIMIT 11
