// Meetings at which claims were made.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:MADE_AT]->(hub:Meeting)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
