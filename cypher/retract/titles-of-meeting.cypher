// What some Meetings are called.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
RETURN id, n.title AS title
