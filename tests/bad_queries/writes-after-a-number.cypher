// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind}) WITH a, 1. AS one
WHERE one > 1. SET a.x = 1
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 10: SET writes
