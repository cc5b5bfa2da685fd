// Actors that took part in meetings, or were to.
UNWIND $ids AS id
MATCH (leaf:Meeting {id: id})-[r:HAS_PARTICIPANT]->(hub:Actor)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key, r.role AS role,
       r.status AS status, r.quote AS quote, r.quote_start AS quote_start, r.quote_end AS quote_end, r.page AS page
