// Where meetings are reported, with the sentence.
UNWIND $ids AS id
MATCH (a:Meeting {id: id})-[r:REPORTED_IN]->(b:Source)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.quote AS quote,
       r.quote_start AS quote_start, r.quote_end AS quote_end, r.page AS page, r.date_text AS date_text,
       r.place AS place
