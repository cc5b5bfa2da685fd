// Everything linked to someone
//
// What is directly linked with an actor: where it belongs and who belongs to it, the meetings it was at,
// and the claims it made, received or is the subject of. One row for each link, with the sources that state
// it.
//
// @theme  People and organizations 250
// @related 3
// @none   Nothing is recorded that is linked with {actor}
// @ask    neighbourhood of {actor}
// @ask    what is linked with {actor}
// @ask    what is connected to {actor}
// @ask    links of {actor}
// @ask    show everything around {actor}
// @ask    what do we know about {actor}
// @param  actor    actor          a person, state, organization or group
// @param  limit    integer = 100  most rows
// @return relation string         how the two are linked
// @return detail   string list    the role, where a source gives one
// @return other    actor          the actor at the other end, or empty
// @return meeting  meeting        the meeting at the other end, or empty
// @return claim    claim          the claim at the other end, or empty
// @return date     date           when, as precise as its sources
// @return place    place list     where the meeting was
// @return evidence evidence list  sources and their words
MATCH (a:Actor {id: $actor})
CALL (a) {
  MATCH (a)-[r:AFFILIATED_WITH|PART_OF]->(o:Actor)
  RETURN 'belongs to' AS relation, 1 AS rank, o.id AS id, null AS day, r.role AS role
  UNION
  MATCH (a)<-[r:AFFILIATED_WITH|PART_OF]-(o:Actor)
  RETURN 'includes' AS relation, 2 AS rank, o.id AS id, null AS day, r.role AS role
  UNION
  MATCH (a)<-[r:HAS_PARTICIPANT]-(m:Meeting)
  RETURN CASE WHEN r.status = 'absent' THEN 'was absent from' WHEN r.status = 'invited' THEN 'was invited to'
              WHEN coalesce(m.status, 'held') = 'held' THEN 'took part in'
              ELSE 'was to take part in' END AS relation, 3 AS rank, m.id AS id, m.date AS day, r.role AS role
  UNION
  MATCH (a)<-[r:MADE_BY|ADDRESSED_TO|ABOUT]-(c:Claim)
  RETURN CASE type(r) WHEN 'MADE_BY' THEN 'made the claim' WHEN 'ADDRESSED_TO' THEN 'was told'
                      ELSE 'is the subject of' END AS relation,
         4 AS rank, c.id AS id, c.date AS day, null AS role
}
WITH a, relation, rank, id, day, collect(DISTINCT role) AS detail
ORDER BY rank, day IS NULL, day DESC, relation, id
LIMIT $limit
OPTIONAL MATCH (o:Actor {id: id}) WHERE rank < 3
OPTIONAL MATCH (m:Meeting {id: id}) WHERE rank = 3
OPTIONAL MATCH (c:Claim {id: id}) WHERE rank = 4
CALL (a, o, rank) {
  MATCH (a)-[r:AFFILIATED_WITH|PART_OF]-(o)
  WHERE (startNode(r).id = $actor) = (rank = 1)
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS link
}
WITH relation, rank, id, day, detail, o, m, c, link, coalesce(m, c) AS n
CALL (n) {
  MATCH (n)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS reports
}
CALL (m) {
  MATCH (m)-[:HELD_AT]->(p:Place)
  RETURN collect(DISTINCT p {.id, .name}) AS place
}
RETURN relation, detail, o {.id, .name, .kind} AS other, m {.id, .title} AS meeting, c {.id, .text} AS claim,
       n.date_text AS date, place, link + reports AS evidence
ORDER BY rank, day IS NULL, day DESC, relation, id
LIMIT $limit
