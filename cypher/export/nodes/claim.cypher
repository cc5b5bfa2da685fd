// The claims with these ids.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN id, labels(n) AS labels, n.text AS text, n.kind AS kind, n.date AS date, n.date_end AS date_end,
       n.date_text AS date_text, n.month AS month, n.search AS search
