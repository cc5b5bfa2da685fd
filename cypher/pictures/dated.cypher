// Titles, dates and status of some meetings and claims, for a timeline.
UNWIND $keys AS key
MATCH (n:Actor|Meeting|Claim {id: key.id})
WHERE key.label IN labels(n)
RETURN key.label AS label, key.id AS id,
       CASE key.title WHEN 'name' THEN n.name WHEN 'title' THEN n.title ELSE n.text END AS title,
       n.date AS first, n.date_end AS last, n.date_text AS date_text, n.status AS status
