// The ids of all places.
// Made of explorer/model.py by `make generate`.
MATCH (n:Place)
RETURN n.id AS id
ORDER BY id
