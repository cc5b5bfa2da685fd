// Topics, a page of them: the next ones after an id.
MATCH (n:Topic)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.aliases AS aliases
ORDER BY id
LIMIT $most
