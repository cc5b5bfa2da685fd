// What some Topics keep although no file that is left gives it.
UNWIND $ids AS id
MATCH (n:Topic {id: id})
RETURN id, n.name AS name
