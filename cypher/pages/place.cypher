// The fields of one place.
// Made of explorer/model.py by `make generate`.
MATCH (n:Place {id: $id})
RETURN n.id AS id, n.name AS name, n.country AS country, n.aliases AS aliases
