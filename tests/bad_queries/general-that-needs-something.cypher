// Actors of a kind
//
// Who there is.
//
// @general
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor)
WHERE $kind IS NULL OR a.kind = $kind
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 5: @general is for a question whose conditions may all be left out: take it out, or give kind a default
