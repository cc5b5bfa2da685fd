// To whom claims were made.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:ADDRESSED_TO]->(hub:Actor)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key
