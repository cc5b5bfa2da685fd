// Places, a page of them: the next ones after an id.
MATCH (n:Place)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.country AS country, n.aliases AS aliases
ORDER BY id
LIMIT $most
