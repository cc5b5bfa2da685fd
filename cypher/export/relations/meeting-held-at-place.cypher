// Where meetings were held.
UNWIND $ids AS id
MATCH (leaf:Meeting {id: id})-[r:HELD_AT]->(hub:Place)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
