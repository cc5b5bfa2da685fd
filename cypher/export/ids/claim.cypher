// The ids of all claims.
// Made of explorer/model.py by `make generate`.
MATCH (n:Claim)
RETURN n.id AS id
ORDER BY id
