// People of an organization
//
// Who holds or held an office in a state, organization or group, or in one of its parts, in which role and
// when, and which source says so. Two sources that say the same make one row; a role that they give
// differently makes two. Persons who are simply listed as a part are shown without a role.
//
// @theme  People and organizations 260
// @none   Nobody is recorded who holds or held a post in {organization}
// @ask    people of {organization}
// @ask    who works for {organization}
// @ask    who belongs to {organization}
// @ask    members of {organization}
// @ask    who holds an office in {organization}
// @ask    staff of {organization}
// @param  organization actor organization  a state, organization or group
// @param  limit        integer = 100       most rows
// @return who          actor               the person
// @return role         string              the office, as the source words it
// @return body         actor               in which organization or part of it
// @return since        date                since when
// @return until        date                until when
// @return evidence     evidence list       sources and their words; the editor where no source says it
MATCH (:Actor {id: $organization})<-[:PART_OF*0..4]-(body:Actor)
WITH DISTINCT body
MATCH (body)<-[r:AFFILIATED_WITH|PART_OF]-(x:Actor)
WHERE type(r) = 'AFFILIATED_WITH' OR x.kind = 'person'
WITH x, body, r, r.source AS source
MATCH (s:Source {id: source})
WITH x, body, r.role AS role, r.since AS since, r.until AS until,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
RETURN x {.id, .name, .kind} AS who, role, body {.id, .name, .kind} AS body, since, until, evidence
ORDER BY coalesce(x.name, ''), x.id, role IS NULL, role, body.id, since IS NULL, since, until IS NULL, until
LIMIT $limit
