// The actors with these ids.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (n:Actor {id: id})
RETURN id, labels(n) AS labels, n.kind AS kind, n.name AS name, n.aliases AS aliases, n.description AS description,
       n.search AS search
