// What some Actors are called.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN id, n.name AS title
