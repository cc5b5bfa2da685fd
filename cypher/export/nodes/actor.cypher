// Actors with these ids.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN id, labels(n) AS labels, n.name AS name, n.kind AS kind, n.aliases AS aliases,
       n.description AS description, n.search AS search
