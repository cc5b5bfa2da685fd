// The offices of the actors $ids and what they are held in.
UNWIND $ids AS id
MATCH (a:Actor {id: id})-[r:AFFILIATED_WITH]->(body:Actor)
RETURN DISTINCT id AS id, r.role AS role, body.name AS body
ORDER BY id, role, body
