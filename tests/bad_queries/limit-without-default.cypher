// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind} up to {limit}
// @param  kind   string         which kind
// @param  limit  integer   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 7: the limit has no default
