// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
// @return id     string         their id
MATCH (a:Actor {kind: $kind})
RETURN a.id AS id, a.name AS name
ORDER BY name
LIMIT $limit
// refused: 11: returns id, name, but the header declares name, id
