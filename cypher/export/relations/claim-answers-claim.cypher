// Claims that answer others.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:ANSWERS]->(hub:Claim)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
