// Who holds or held an office in one of the actors $ids, or in a part of one up to two steps down, whose words hold one
// of $words, normalized; at most $most.
UNWIND $ids AS id
MATCH (top:Actor {id: id})<-[:PART_OF*0..2]-(body:Actor)
WITH DISTINCT id AS id, body AS body
MATCH (body)<-[r:AFFILIATED_WITH]-(a:Actor)
WHERE any(word IN $words WHERE toLower(r.role) CONTAINS word)
RETURN DISTINCT id AS top, body.name AS body, r.role AS role, r.since AS since, r.until AS until,
  a.id AS id, a.name AS name, a.kind AS kind, a.description AS description
ORDER BY id, top, body, role, since, until LIMIT $most
