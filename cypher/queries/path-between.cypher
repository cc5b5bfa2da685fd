// How two actors are connected
//
// The shortest chains between two actors, each link a meeting that both ends attended, or an office or
// membership of one in the other; at most four links. One row for each link. Of several meetings that the
// two ends of a link share, the newest is shown, and how many there are. Actors that are linked with nearly
// everybody say little: those named in more than max_degree statements are left out, unless they are one of
// the two.
//
// @ask    path between {actor} and {other}
// @ask    how are {actor} and {other} connected
// @ask    how is {actor} connected to {other}
// @ask    connection between {actor} and {other}
// @ask    what links {actor} to {other}
// @ask    chain from {actor} to {other}
// @param  actor      actor           a person, state, organization or group
// @param  other      actor           another person, state, organization or group
// @param  max_degree integer = 1000  leave out actors named in more statements than this
// @param  limit      integer = 100   most rows
// @return path       integer         number of the chain
// @return hop        integer         number of the link in its chain
// @return from       actor           one end of the link
// @return via        string          took part in (a meeting), the role, belongs to, or includes
// @return meeting    meeting         the newest meeting that both attended, or empty
// @return shared     integer         how many meetings both attended
// @return to         actor           the other end of the link
// @return evidence   evidence list   sources and their words
UNWIND [$actor, $other] AS one
MATCH (x:Actor {id: one})
WHERE $actor <> $other
CALL (x) {
  MATCH (x)<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(y:Actor)
  WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
    AND coalesce(m.status, 'held') = 'held'
  RETURN DISTINCT y.id AS next
  UNION
  MATCH (x)-[:AFFILIATED_WITH|PART_OF]-(y:Actor)
  RETURN DISTINCT y.id AS next
}
MATCH (y:Actor {id: next})
WHERE next IN [$actor, $other]
   OR COUNT { (y)<-[:HAS_PARTICIPANT]-() } + COUNT { (y)-[:AFFILIATED_WITH|PART_OF]-() } <= $max_degree
WITH collect(CASE WHEN one = $actor AND next <> $actor THEN next END) AS near_actor,
     collect(CASE WHEN one = $other AND NOT next IN [$actor, $other] THEN next END) AS near_other
WITH near_actor, near_other, CASE WHEN $other IN near_actor THEN [[$actor, $other]] ELSE [] END AS direct
CALL (near_actor, near_other, direct) {
  UNWIND CASE WHEN size(direct) > 0 THEN [] ELSE near_actor + near_other END AS x
  WITH x, count(*) AS sides
  WHERE sides = 2
  RETURN collect([$actor, x, $other]) AS two
}
WITH near_actor, near_other, direct + two AS found
CALL (near_actor, near_other, found) {
  UNWIND CASE WHEN size(found) > 0 THEN [] ELSE near_actor + near_other END AS one
  MATCH (x:Actor {id: one})
  CALL (x) {
    MATCH (x)<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(y:Actor)
    WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
      AND coalesce(m.status, 'held') = 'held'
    RETURN DISTINCT y.id AS next
    UNION
    MATCH (x)-[:AFFILIATED_WITH|PART_OF]-(y:Actor)
    RETURN DISTINCT y.id AS next
  }
  WITH next, collect(CASE WHEN one IN near_actor THEN one END) AS firsts,
       collect(CASE WHEN one IN near_other THEN one END) AS lasts
  RETURN collect({next: next, firsts: firsts, lasts: lasts}) AS beyond
}
CALL (near_other, beyond) {
  UNWIND beyond AS b
  WITH b.next AS y, b.firsts AS firsts
  WHERE y IN near_other
  UNWIND firsts AS x
  RETURN collect([$actor, x, y, $other]) AS three
}
CALL (beyond, three) {
  UNWIND CASE WHEN size(three) > 0 THEN [] ELSE beyond END AS b
  WITH b.next AS next, b.firsts AS firsts, b.lasts AS lasts
  WHERE size(firsts) > 0 AND size(lasts) > 0
  MATCH (z:Actor {id: next})
  WHERE COUNT { (z)<-[:HAS_PARTICIPANT]-() } + COUNT { (z)-[:AFFILIATED_WITH|PART_OF]-() } <= $max_degree
  WITH next, firsts, lasts
  ORDER BY next
  LIMIT $limit
  UNWIND firsts AS x
  UNWIND lasts AS y
  RETURN collect([$actor, x, next, y, $other]) AS four
}
UNWIND found + three + four AS chain
WITH chain, reduce(text = coalesce(chain[2], ''), id IN chain | text + ' ' + id) AS text
ORDER BY text
LIMIT $limit
WITH collect({chain: chain, text: text}) AS chains
UNWIND chains AS one
WITH one.chain AS chain, size([other IN chains WHERE other.text <= one.text]) AS path
UNWIND range(1, size(chain) - 1) AS hop
WITH path, hop, chain[hop - 1] AS one, chain[hop] AS next
MATCH (u:Actor {id: one})
MATCH (v:Actor {id: next})
CALL (u, v) {
  MATCH (u)<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(v)
  WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
    AND coalesce(m.status, 'held') = 'held'
  RETURN substring(max(coalesce(toString(m.date), '0000-00-00') + m.id), 10) AS newest,
         count(DISTINCT m) AS shared
}
OPTIONAL MATCH (m:Meeting {id: newest})
CALL (u, v) {
  MATCH (u)-[r:AFFILIATED_WITH|PART_OF]-(v)
  RETURN min(CASE WHEN startNode(r).id = u.id THEN coalesce(r.role, 'belongs to')
                  ELSE coalesce('has as ' + r.role, 'includes') END) AS office
}
CALL (u, v, m) {
  MATCH (u)-[r:AFFILIATED_WITH|PART_OF]-(v)
  WHERE m IS NULL
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS offices
}
CALL (m) {
  MATCH (m)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS reports
}
RETURN path, hop, u {.id, .name, .kind} AS from,
       CASE WHEN shared > 0 THEN 'took part in' ELSE office END AS via, m {.id, .title} AS meeting, shared,
       v {.id, .name, .kind} AS to, offices + reports AS evidence
ORDER BY path, hop
LIMIT $limit
