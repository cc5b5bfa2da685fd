// A spelling by which an entity is found.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (a:Name {id: id})-[r:NAMES]->(b:Place)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key, r.said_start AS said_start,
       r.said_end AS said_end, r.said_source AS said_source, r.whole AS whole
