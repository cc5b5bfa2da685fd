// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   actor person = null  which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 6: unknown type 'actor person' of parameter 'kind'
