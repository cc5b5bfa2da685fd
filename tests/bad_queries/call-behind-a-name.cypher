// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind   string         which kind
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor {kind: $kind})
WITH a, 1 AS as CALL db.labels() YIELD label
RETURN label AS name
ORDER BY name
LIMIT $limit
// refused: 10: calls db.labels
