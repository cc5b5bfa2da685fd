// What some Actors keep although no file that is left gives it.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN id, n.name AS name, n.kind AS kind
