// The ids of all names.
MATCH (n:Name)
RETURN n.id AS id
ORDER BY id
