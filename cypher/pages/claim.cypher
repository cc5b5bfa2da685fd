// The fields of one claim.
MATCH (c:Claim {id: $id})
RETURN c.id AS id, c.text AS text, c.kind AS kind, c.date AS date, c.date_end AS date_end, c.date_text AS date_text
