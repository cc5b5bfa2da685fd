// The ids of all topics.
// Made of explorer/model.py by `make generate`.
MATCH (n:Topic)
RETURN n.id AS id
ORDER BY id
