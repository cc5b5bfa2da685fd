// Claims, a page of them: the next ones after an id.
MATCH (n:Claim)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n.text AS text, n.kind AS kind, n.date AS date, n.date_end AS date_end,
       n.date_text AS date_text, n.month AS month, n.search AS search
ORDER BY id
LIMIT $most
