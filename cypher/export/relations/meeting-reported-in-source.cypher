// The source that reports it, with its sentence.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Meeting {id: id})-[r:REPORTED_IN]->(b:Source)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source, r.date_text AS date_text, r.place AS place,
       r.said_place AS said_place, r.status AS status, r.quote AS quote, r.quote_start AS quote_start,
       r.quote_end AS quote_end, r.page AS page
