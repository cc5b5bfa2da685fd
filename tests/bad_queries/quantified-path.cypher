// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
MATCH (a) ((x)-[:PART_OF]->(y)){1,3} (b:Actor)
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 10: a quantified path is not known
