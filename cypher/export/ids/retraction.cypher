// The ids of what was retracted.
MATCH (n:Retraction)
RETURN n.id AS id
ORDER BY id
