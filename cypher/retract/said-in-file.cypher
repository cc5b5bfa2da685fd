// All statements of a file, whichever source they are attributed to, with the ids under which they were said.
MATCH (a)-[r]->(b)
WHERE r.file = $file AND type(r) <> 'DECIDED_IN'
RETURN [label IN labels(a) WHERE label IN $labels][0] AS label, coalesce(r.said_start, a.id) AS id,
       coalesce(r.of_type, type(r)) AS type, r.key AS key, r.file AS file,
       [label IN labels(CASE WHEN r.of_type IS NULL THEN b ELSE a END) WHERE label IN $labels][0] AS end_label,
       coalesce(r.said_end, b.id) AS end_id
ORDER BY label, id, type, key
