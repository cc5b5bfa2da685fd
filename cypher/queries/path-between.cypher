// How two actors are connected
//
// The shortest chains between two actors, each link a meeting that both ends attended, or an office or
// membership of one in the other; at most four links. One row for each link. Of several meetings that the
// two ends of a link share, the newest is shown, and how many there are. Actors that are linked with nearly
// everybody say little: those named in more than max_degree statements are left out, unless they are one of
// the two. Where max_degree is not given, it is 1000, and they are left out only as long as a chain of two
// links is found without them.
//
// @theme  People and organizations 230
// @empty  Actors that are named very often are left out of longer chains: give a greater max_degree to see these.
// @none   No connection of the two is recorded
// @counts chain in path
// @ask    path between {actor} and {other}
// @ask    how are {actor} and {other} connected
// @ask    how is {actor} connected to {other}
// @ask    connection between {actor} and {other}
// @ask    what links {actor} to {other}
// @ask    chain from {actor} to {other}
// @param  actor      actor           a person, state, organization or group
// @param  other      actor           another person, state, organization or group
// @param  max_degree integer = null  leave out actors named in more statements than this
// @param  limit      integer = 100   most rows
// @return path       integer         number of the chain
// @return hop        integer         number of the link in its chain
// @return from       actor           one end of the link
// @return via        string          took part in (a meeting), the role, belongs to, or includes
// @return meeting    meeting         the newest meeting that both attended, or empty
// @return shared     integer         how many meetings both attended
// @return to         actor           the other end of the link
// @return evidence   evidence list   sources and their words, on the meeting and on the parts that both had in it
CALL () {
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
  WITH one, next
  WHERE next <> one AND next <> $actor
  WITH next, count(DISTINCT one) AS sides
  WHERE next = $other OR sides = 2
  MATCH (y:Actor {id: next})
  WITH next, next <> $other AND COUNT { (y)<-[:HAS_PARTICIPANT]-() } + COUNT { (y)-[:AFFILIATED_WITH|PART_OF]-() }
               > coalesce($max_degree, 1000) AS often
  WHERE $max_degree IS NULL OR NOT often
  ORDER BY next <> $other, often, next
  LIMIT $limit
  WITH collect({next: next, often: often}) AS found
  WITH CASE WHEN any(one IN found WHERE NOT one.often) THEN [one IN found WHERE NOT one.often | one.next]
            ELSE [one IN found | one.next] END AS between
  RETURN CASE WHEN $other IN between THEN [[$actor, $other]]
              ELSE [next IN between | [$actor, next, $other]] END AS near
}
CALL (near) {
  // The near ones are looked for twice: kept in a list, an engine may copy all of them for each row.
  UNWIND CASE WHEN size(near) > 0 THEN [] ELSE [$actor, $other] END AS one
  MATCH (x:Actor {id: one})
  WHERE $actor <> $other
  CALL (x) {
    MATCH (x)<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(y:Actor)
    WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
      AND coalesce(m.status, 'held') = 'held'
    RETURN DISTINCT y.id AS id
    UNION
    MATCH (x)-[:AFFILIATED_WITH|PART_OF]-(y:Actor)
    RETURN DISTINCT y.id AS id
  }
  MATCH (y:Actor {id: id})
  WHERE NOT id IN [$actor, $other]
    AND COUNT { (y)<-[:HAS_PARTICIPANT]-() } + COUNT { (y)-[:AFFILIATED_WITH|PART_OF]-() } <= coalesce($max_degree, 1000)
  // Each near one with all that is beyond it, and with itself, so that two neighbours meet in either.
  CALL (y) {
    MATCH (y)<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(z:Actor)
    WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
      AND coalesce(m.status, 'held') = 'held'
    RETURN DISTINCT z.id AS next
    UNION
    MATCH (y)-[:AFFILIATED_WITH|PART_OF]-(z:Actor)
    RETURN DISTINCT z.id AS next
    UNION
    RETURN y.id AS next
  }
  WITH next, collect(CASE WHEN one = $actor THEN id END) AS firsts,
       collect(CASE WHEN one = $other THEN id END) AS lasts
  WHERE size(firsts) > 0 AND size(lasts) > 0
  MATCH (z:Actor {id: next})
  WHERE COUNT { (z)<-[:HAS_PARTICIPANT]-() } + COUNT { (z)-[:AFFILIATED_WITH|PART_OF]-() } <= coalesce($max_degree, 1000)
  WITH next, firsts, CASE WHEN next IN lasts THEN [null] ELSE lasts END AS lasts
  ORDER BY lasts[0] IS NOT NULL, next
  LIMIT $limit
  UNWIND firsts AS first
  WITH next, first, lasts
  WHERE first <> next
  ORDER BY lasts[0] IS NOT NULL, next, first
  LIMIT $limit
  UNWIND lasts AS last
  WITH next, first, last
  ORDER BY last IS NOT NULL, next, first, last
  LIMIT $limit
  WITH collect(CASE WHEN last IS NULL THEN [$actor, first, next, $other] END) AS three,
       collect(CASE WHEN last IS NOT NULL THEN [$actor, first, next, last, $other] END) AS four
  RETURN CASE WHEN size(three) > 0 THEN three ELSE four END AS far
}
UNWIND near + far AS chain
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
CALL (u, v, m) {
  MATCH (m)-[r:REPORTED_IN|HAS_PARTICIPANT]->(x)
  WHERE type(r) = 'REPORTED_IN' OR (x.id IN [u.id, v.id] AND (r.quote IS NOT NULL OR r.source = r.file))
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS reports
}
RETURN path, hop, u {.id, .name, .kind} AS from,
       CASE WHEN shared > 0 THEN 'took part in' ELSE office END AS via, m {.id, .title} AS meeting, shared,
       v {.id, .name, .kind} AS to, offices + reports AS evidence
ORDER BY path, hop
LIMIT $limit
