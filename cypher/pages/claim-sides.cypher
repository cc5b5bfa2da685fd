// What each source itself says of one claim: the date, and who said it.
MATCH (c:Claim {id: $id})-[r:REPORTED_IN|MADE_BY]->()
WITH c, r.source AS source, r.date_text AS date ORDER BY source, date
WITH c, source, collect(DISTINCT date) AS dates
MATCH (s:Source {id: source})
CALL (c, source) {
  MATCH (c)-[b:MADE_BY]->(x:Actor)
  WHERE b.source = source
  RETURN collect(DISTINCT {id: x.id, name: x.name, role: CASE b.capacity WHEN 'speaker' THEN null ELSE b.capacity END,
                           status: CASE WHEN b.jointly THEN 'jointly' END}) AS people
}
RETURN source, s.kind AS kind, s.published AS published, dates, [] AS places, [] AS lying, [] AS statuses, people
ORDER BY source
LIMIT 100
