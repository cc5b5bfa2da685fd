// Offices and memberships.
UNWIND $ids AS id
MATCH (leaf:Actor {id: id})-[r:AFFILIATED_WITH]->(hub:Actor)
RETURN id AS leaf, hub.id AS hub, r.source AS source, r.file AS file, r.key AS key, r.role AS role,
       r.since AS since, r.until AS until, r.quote AS quote, r.quote_start AS quote_start, r.quote_end AS quote_end,
       r.page AS page
