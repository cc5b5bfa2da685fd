// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
RETURN a AS name
ORDER BY name
LIMIT $limit
// refused: 10: returns `a` whole
