// Actors of a kind
//
// Who there is.
//
// @ask actors of kind {format}
// @param  format   string  which
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $format})
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 6: the name 'format' is taken
