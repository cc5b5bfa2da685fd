// The places with these ids.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (n:Place {id: id})
RETURN id, labels(n) AS labels, n.name AS name, n.country AS country, n.aliases AS aliases
