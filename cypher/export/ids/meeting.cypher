// The ids of all meetings.
// Made of explorer/model.py by `make generate`.
MATCH (n:Meeting)
RETURN n.id AS id
ORDER BY id
