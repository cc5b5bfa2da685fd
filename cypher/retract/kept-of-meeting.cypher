// What some Meetings keep although no file that is left gives it.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
RETURN id, n.title AS title
