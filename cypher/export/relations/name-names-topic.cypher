// Spellings by which Topics are found.
UNWIND $ids AS id
MATCH (leaf:Name {id: id})-[r:NAMES]->(hub:Topic)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key, r.whole AS whole
