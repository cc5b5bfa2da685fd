// What some Sources keep although no file that is left gives it.
UNWIND $ids AS id
MATCH (n:Source {id: id})
RETURN id, n.title AS title, n.text AS text
