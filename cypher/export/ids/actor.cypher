// The ids of all actors.
MATCH (n:Actor)
RETURN n.id AS id
ORDER BY id
