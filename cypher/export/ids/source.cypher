// The ids of all sources, those that stand for loaded files included.
MATCH (n:Source)
RETURN n.id AS id
ORDER BY id
