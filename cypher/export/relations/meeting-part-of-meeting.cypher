// Meetings that are part of a series.
UNWIND $ids AS id
MATCH (leaf:Meeting {id: id})-[r:PART_OF]->(hub:Meeting)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
