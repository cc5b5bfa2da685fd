// Who made a claim, as speaker or on whose behalf.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Claim {id: id})-[r:MADE_BY]->(b:Actor)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source, r.capacity AS capacity, r.jointly AS jointly
