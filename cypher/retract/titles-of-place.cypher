// What some Places are called.
UNWIND $ids AS id
MATCH (n:Place {id: id})
RETURN id, n.name AS title
