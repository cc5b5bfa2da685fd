// What some Sources are called.
UNWIND $ids AS id
MATCH (n:Source {id: id})
RETURN id, n.title AS title
