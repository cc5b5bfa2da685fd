// The meetings with these ids.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})
RETURN id, labels(n) AS labels, n.title AS title, n.kind AS kind, n.date AS date, n.date_end AS date_end,
       n.date_text AS date_text, n.month AS month, n.status AS status, n.format AS format, n.duration AS duration,
       n.summary AS summary, n.search AS search
