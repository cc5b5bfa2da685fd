// The loaded file that decides that ids are the same entity, or different ones.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Decision {id: id})-[r:DECIDED_IN]->(b:Source)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source
