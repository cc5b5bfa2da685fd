// Actors of a kind
//
// Who there is.
//
// @ask actors at all
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
WITH 1 AS one
MATCH (a:Actor {kind: $kind})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 9: $kind is used but not declared
