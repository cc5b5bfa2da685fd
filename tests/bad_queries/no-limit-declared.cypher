// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT 10
// refused: 1: declares no limit
