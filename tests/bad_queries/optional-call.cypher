// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
OPTIONAL CALL (a) { MATCH (a)-[:PART_OF]->(b) RETURN b.name AS name }
RETURN name
ORDER BY name
LIMIT $limit
// refused: 10: OPTIONAL CALL is not known
