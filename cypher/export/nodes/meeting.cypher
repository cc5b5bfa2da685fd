// Meetings, a page of them: the next ones after an id.
MATCH (n:Meeting)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n.title AS title, n.kind AS kind, n.format AS format, n.status AS status,
       n.date AS date, n.date_end AS date_end, n.date_text AS date_text, n.month AS month, n.duration AS duration,
       n.summary AS summary, n.search AS search
ORDER BY id
LIMIT $most
