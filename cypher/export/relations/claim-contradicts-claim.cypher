// Claims that contradict others.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:CONTRADICTS]->(hub:Claim)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
