// The ids of all actors.
// Made of explorer/model.py by `make generate`.
MATCH (n:Actor)
RETURN n.id AS id
ORDER BY id
