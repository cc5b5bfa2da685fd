// The topics with these ids.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (n:Topic {id: id})
RETURN id, labels(n) AS labels, n.name AS name, n.aliases AS aliases
