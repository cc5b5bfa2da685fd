// The claim that it answers.
UNWIND $ids AS id
MATCH (a:Claim {id: id})-[r:ANSWERS]->(b:Claim)
RETURN id AS start_id, b.id AS end_id, r.source AS source, r.file AS file, r.key AS key
