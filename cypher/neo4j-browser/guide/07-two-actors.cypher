// How two are connected
//
// The shortest ways through meetings and offices.
MATCH way = allShortestPaths(
  (one:Actor {id: $actor})-[:HAS_PARTICIPANT|AFFILIATED_WITH|PART_OF*..6]-(two:Actor {id: $other}))
RETURN way
LIMIT 10
