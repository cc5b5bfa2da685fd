// Ids that begin alike, to name the nearest one.
MATCH (n)
WHERE $label IN labels(n) AND n.id STARTS WITH $prefix
RETURN n.id AS id
ORDER BY id
LIMIT 5000
