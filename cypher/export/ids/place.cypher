// The ids of all places.
MATCH (n:Place)
RETURN n.id AS id
ORDER BY id
