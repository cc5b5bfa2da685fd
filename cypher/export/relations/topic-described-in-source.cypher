// Which files describe Topics, each with its own record as JSON.
UNWIND $ids AS id
MATCH (leaf:Topic {id: id})-[r:DESCRIBED_IN]->(hub:Source)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key, r.record AS record
