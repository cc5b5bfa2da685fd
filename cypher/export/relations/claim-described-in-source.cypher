// Which files describe Claims, each with its own record as JSON.
UNWIND $ids AS id
MATCH (leaf:Claim {id: id})-[r:DESCRIBED_IN]->(hub:Source)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key, r.record AS record
