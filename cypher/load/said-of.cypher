// All that is said of some entities, with the ids under which it was said.
// An entity stands at the node with the id `at`, which is another than its own where the two are decided to be the same.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.at})
WHERE row.label IN labels(n)
MATCH (n)-[r]-()
WHERE (startNode(r) = n AND (coalesce(r.said_start, n.id) = row.id OR (r.of_type IS NOT NULL AND r.said_end = row.id)))
   OR (endNode(r) = n AND r.of_type IS NULL AND coalesce(r.said_end, n.id) = row.id)
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN coalesce(r.of_type, type(r)) AS type, [label IN labels(a) WHERE label IN $labels][0] AS label,
       coalesce(r.said_start, a.id) AS id,
       [label IN labels(CASE WHEN r.of_type IS NULL THEN b ELSE a END) WHERE label IN $labels][0] AS end_label,
       coalesce(r.said_end, b.id) AS end_id, coalesce(r.said_source, r.source) AS source, r.file AS file, r.key AS key,
       coalesce(r.said_place, r.place) AS place, r.role AS role, r.status AS status, r.quote AS quote,
       r.quote_start AS quote_start, r.quote_end AS quote_end, r.page AS page, r.date_text AS date_text,
       r.capacity AS capacity, r.jointly AS jointly, r.since AS since, r.until AS until, r.record AS record,
       r.remembered AS remembered, r.whole AS whole
