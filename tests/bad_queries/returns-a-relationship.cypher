// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
MATCH (a)-[r:PART_OF]->(b:Actor)
RETURN collect(DISTINCT r) AS name
ORDER BY name
LIMIT $limit
// refused: 11: returns `collect(DISTINCTr)` whole
