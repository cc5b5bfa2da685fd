// Actors of a kind
//
// Who there is.
//
// @theme  Actors 1
// @theme  Kinds 2
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 6: @theme stands in line 5 already
