// What some Topics are called.
UNWIND $ids AS id
MATCH (n:Topic {id: id})
RETURN id, n.name AS title
