// What some Places keep although no file that is left gives it.
UNWIND $ids AS id
MATCH (n:Place {id: id})
RETURN id, n.name AS name
