// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   words         what
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 8: unknown type 'words' of column 'name'
