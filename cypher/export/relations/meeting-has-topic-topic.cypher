// What meetings were about.
UNWIND $ids AS id
MATCH (leaf:Meeting {id: id})-[r:HAS_TOPIC]->(hub:Topic)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
