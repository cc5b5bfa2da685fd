// The ids of all decisions.
MATCH (n:Decision)
RETURN n.id AS id
ORDER BY id
