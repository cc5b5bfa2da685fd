// Who made claims, as speaker or on whose behalf.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:MADE_BY]->(hub:Actor)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key, r.capacity AS capacity
