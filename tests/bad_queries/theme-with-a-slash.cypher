// Actors of a kind
//
// Who there is.
//
// @theme  Actors/Kinds 1
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 5: the theme 'Actors/Kinds' is also a folder's name
