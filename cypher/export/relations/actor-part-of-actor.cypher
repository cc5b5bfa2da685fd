// Bodies that are part of others.
UNWIND $ids AS id
MATCH (leaf:Actor {id: id})-[r:PART_OF]->(hub:Actor)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
