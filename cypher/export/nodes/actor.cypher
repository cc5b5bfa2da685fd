// Actors, a page of them: the next ones after an id.
MATCH (n:Actor)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n.name AS name, n.kind AS kind, n.aliases AS aliases,
       n.description AS description, n.search AS search
ORDER BY id
LIMIT $most
