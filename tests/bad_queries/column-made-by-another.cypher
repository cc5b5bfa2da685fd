// Actors of a kind
//
// Who there is.
//
// @ask    actors of kind {kind}
// @param  kind    string         which kind
// @param  limit   integer = 10   most rows
// @return who     actor          who it is
// @return who_id  string         what they are in some register
MATCH (a:Actor {kind: $kind})
RETURN a {.id, .name, .kind} AS who, a.id AS who_id
ORDER BY who_id
LIMIT $limit
// refused: 8: 'who' makes a column 'who_id' in data frames
