// Posts held by someone
//
// The states, organizations and groups to which an actor belongs: in which role, since when and until when,
// what those belong to in turn, and which source says so.
//
// @theme  People and organizations 270
// @none   No post of {actor} is recorded
// @counts post
// @ask    offices of {actor}
// @ask    which offices does {actor} hold
// @ask    for whom does {actor} work
// @ask    what is the role of {actor}
// @ask    who is {actor}
// @ask    to which organizations does {actor} belong
// @param  actor        actor          a person, state, organization or group
// @param  limit        integer = 100  most rows
// @return organization actor          where the actor holds the office
// @return role         string         the office, as the source words it; empty for a mere part
// @return since        date           since when
// @return until        date           until when
// @return within       actor list     what that organization is itself a part of
// @return evidence     evidence list  sources and their words; the editor where no source says it
MATCH (:Actor {id: $actor})-[r:AFFILIATED_WITH|PART_OF]->(o:Actor)
WITH o, r, r.source AS source
MATCH (s:Source {id: source})
WITH o, r.role AS role, r.since AS since, r.until AS until,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
CALL (o) {
  MATCH (o)-[:PART_OF*1..4]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS within
}
RETURN o {.id, .name, .kind} AS organization, role, since, until, within, evidence
ORDER BY since IS NULL, since DESC, coalesce(o.name, ''), o.id, role IS NULL, role, until IS NULL, until
LIMIT $limit
