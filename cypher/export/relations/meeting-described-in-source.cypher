// The loaded file that describes an entity, with its own record as JSON.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Meeting {id: id})-[r:DESCRIBED_IN]->(b:Source)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source, r.record AS record, r.remembered AS remembered
