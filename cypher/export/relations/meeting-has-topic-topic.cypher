// What a meeting or a claim is about.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Meeting {id: id})-[r:HAS_TOPIC]->(b:Topic)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source
