// Who holds or held an office whose words hold all of $words, normalized, wherever it is held; at most $most.
MATCH (body:Actor)<-[r:AFFILIATED_WITH]-(a:Actor)
WHERE r.role IS NOT NULL AND all(word IN $words WHERE toLower(r.role) CONTAINS word)
RETURN DISTINCT body.id AS top, body.name AS body, r.role AS role, r.since AS since, r.until AS until,
  a.id AS id, a.name AS name, a.kind AS kind, a.description AS description
ORDER BY id, top, body, role, since, until LIMIT $most
