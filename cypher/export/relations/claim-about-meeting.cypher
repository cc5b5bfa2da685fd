// Meetings that claims are about.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:ABOUT]->(hub:Meeting)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
