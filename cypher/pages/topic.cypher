// The fields of one topic.
// Made of explorer/model.py by `make generate`.
MATCH (n:Topic {id: $id})
RETURN n.id AS id, n.name AS name, n.aliases AS aliases
