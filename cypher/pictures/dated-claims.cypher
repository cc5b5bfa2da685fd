// Words and dates of some claims, for a timeline.
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN id, c.text AS label, c.date AS first, c.date_end AS last, c.date_text AS date_text, '' AS status
