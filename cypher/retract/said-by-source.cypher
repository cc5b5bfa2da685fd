// All statements of a source.
MATCH (n)-[r]->(b)
WHERE r.source = $source
RETURN [label IN labels(n) WHERE label IN $labels][0] AS label,
       n.id AS id, type(r) AS type, r.key AS key, r.file AS file,
       [label IN labels(b) WHERE label IN $labels][0] AS end_label,
       b.id AS end_id
ORDER BY label, id, type, key
