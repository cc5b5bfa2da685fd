// A statement, of the type `of_type`, between two ids that are decided to be the same.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Place {id: id})-[r:SET_ASIDE]->(b:Source)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source, r.of_type AS of_type, r.role AS role, r.since AS since,
       r.until AS until, r.quote AS quote, r.quote_start AS quote_start, r.quote_end AS quote_end, r.page AS page
