// Actors of a kind
//
// Who there is.
//
// @ask    actors named in {kind..until}
// @param  kind   date           first day
// @param  until  date           the other day
// @param  limit  integer = 10   most rows
// @return name   string         what they are called
MATCH (a:Actor)
WHERE a.date >= $kind AND a.date <= $until
RETURN a.name AS name
ORDER BY name
LIMIT $limit
// refused: 5: must be of type date last
