// The ids of all sources.
// Made of explorer/model.py by `make generate`.
MATCH (n:Source)
RETURN n.id AS id
ORDER BY id
