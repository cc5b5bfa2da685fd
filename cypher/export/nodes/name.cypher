// Names, a page of them: the next ones after an id.
MATCH (n:Name)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels
ORDER BY id
LIMIT $most
