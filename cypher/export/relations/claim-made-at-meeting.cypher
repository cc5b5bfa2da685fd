// The meeting at which a claim was made.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Claim {id: id})-[r:MADE_AT]->(b:Meeting)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source
