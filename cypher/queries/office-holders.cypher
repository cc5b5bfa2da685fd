// Who held an office
//
// Who holds or held an office, by words of it or any, in a state, organization or group or one of its parts, or
// anywhere; the latest first. Where a body has an office of just these words, its other offices, such as that of a
// deputy, are left out. With a period: who may have held it then; an office without dates is in no period.
//
// @theme  People and organizations 265
// @none   Nobody is recorded in such an office
// @ask    who held the office of {role} in {organization}
// @ask    who held the office of {role}
// @ask    holders of the office of {role}
// @ask    all holders of offices
// @param  role         string = null              words of the office, such as foreign minister; empty for every office
// @param  organization actor organization = null  only in this state, organization or group
// @param  since        date = null                held it on this day or later; empty for no beginning
// @param  until        date last = null           held it on this day or earlier; empty for no end
// @param  limit        integer = 100              most rows
// @return who          actor                      who holds or held it
// @return role         string                     the office, as the source words it
// @return body         actor                      in which organization or part of it
// @return since        date                       since when
// @return until        date                       until when
// @return evidence     evidence list              sources and their words; the editor where no source says it
CALL () {
  MATCH (:Actor {id: $organization})<-[:PART_OF*0..4]-(body:Actor)
  WITH DISTINCT body
  MATCH (body)<-[r:AFFILIATED_WITH]-(x:Actor)
  RETURN body.id AS body, x.id AS who, r.role AS role, r.since AS since, r.until AS until
  UNION
  UNWIND CASE WHEN $organization IS NULL THEN [1] ELSE [] END AS every
  MATCH (body:Actor)<-[r:AFFILIATED_WITH]-(x:Actor)
  RETURN body.id AS body, x.id AS who, r.role AS role, r.since AS since, r.until AS until
}
WITH body, who, role, since, until,
     [w IN split(toLower(replace(replace(role, ',', ' '), '-', ' ')), ' ') WHERE w <> ''] AS said,
     [w IN split(toLower(replace(replace($role, ',', ' '), '-', ' ')), ' ') WHERE w <> ''] AS wanted
WHERE $role IS NULL OR all(w IN wanted WHERE w IN said)
// The first and the last day of each date as text: 2021 begins on 2021-00-00 and ends on 2021-99-99; so does a season.
WITH body, who, role, since, until, coalesce(size(said) = size(wanted), false) AS exact,
     replace(replace(replace(replace(split(since, '/')[0], '~', ''), '?', ''), '%', ''), 'X', '0') AS first,
     replace(replace(replace(replace(last(split(until, '/')), '~', ''), '?', ''), '%', ''), 'X', '9') AS last
WITH body, who, role, since, until, exact,
     CASE WHEN first IN ['', '..'] THEN null WHEN substring(first, 5, 2) > '12' THEN left(first, 4) ELSE first END
       AS first,
     CASE WHEN last IN ['', '..'] THEN null WHEN substring(last, 5, 2) > '12' THEN left(last, 4) ELSE last END AS last
WHERE (($since IS NULL AND $until IS NULL) OR first IS NOT NULL OR last IS NOT NULL)
  AND ($until IS NULL OR first IS NULL OR left(first + '-00-00', 10) <= toString($until))
  AND ($since IS NULL OR last IS NULL OR left(last + '-99-99', 10) >= toString($since))
WITH body, max(CASE WHEN exact THEN 1 ELSE 0 END) AS best,
     collect({who: who, role: role, since: since, until: until, exact: CASE WHEN exact THEN 1 ELSE 0 END}) AS held
UNWIND held AS one
WITH body, best, one
WHERE one.exact = best
WITH body, one.who AS who, one.role AS role, one.since AS since, one.until AS until
MATCH (b:Actor {id: body})
MATCH (x:Actor {id: who})
WITH b, x, role, since, until
ORDER BY since IS NULL, since DESC, coalesce(x.name, ''), x.id, b.id, role IS NULL, role, until IS NULL, until
LIMIT $limit
CALL (b, x, role, since, until) {
  MATCH (x)-[r:AFFILIATED_WITH]->(b)
  WHERE coalesce(r.role, '') = coalesce(role, '') AND coalesce(r.since, '') = coalesce(since, '')
    AND coalesce(r.until, '') = coalesce(until, '')
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN x {.id, .name, .kind} AS who, role, b {.id, .name, .kind} AS body, since, until, evidence
ORDER BY since IS NULL, since DESC, coalesce(x.name, ''), x.id, b.id, role IS NULL, role, until IS NULL, until
LIMIT $limit
