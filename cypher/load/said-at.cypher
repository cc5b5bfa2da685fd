// All reports that name some places, with the ids under which they were said.
// Made of explorer/model.py by `make generate`.
MATCH (a)-[r:REPORTED_IN]->(b:Source)
WHERE coalesce(r.said_place, r.place) IN $ids
RETURN coalesce(r.of_type, type(r)) AS type, [label IN labels(a) WHERE label IN $labels][0] AS label,
       coalesce(r.said_start, a.id) AS id,
       [label IN labels(CASE WHEN r.of_type IS NULL THEN b ELSE a END) WHERE label IN $labels][0] AS end_label,
       coalesce(r.said_end, b.id) AS end_id, coalesce(r.said_source, r.source) AS source, r.file AS file, r.key AS key,
       coalesce(r.said_place, r.place) AS place, r.role AS role, r.status AS status, r.quote AS quote,
       r.quote_start AS quote_start, r.quote_end AS quote_end, r.page AS page, r.date_text AS date_text,
       r.capacity AS capacity, r.jointly AS jointly, r.since AS since, r.until AS until, r.record AS record,
       r.remembered AS remembered, r.whole AS whole
