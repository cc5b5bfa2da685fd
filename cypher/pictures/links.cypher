// How actors, meetings and claims hang together: what links two of those that are given. Always matched from the side
// that has few of them: an actor may have thousands of meetings and claims, but a meeting or a claim only some actors.
CALL () {
  UNWIND $meetings AS id
  MATCH (m:Meeting {id: id})-[p:HAS_PARTICIPANT]->(a:Actor)
  WHERE a.id IN $actors
  RETURN 'actor' AS source_entity, a.id AS source, 'meeting' AS target_entity, m.id AS target,
         CASE WHEN p.status = 'absent' THEN 'was absent' WHEN p.status = 'invited' THEN 'was invited'
              WHEN coalesce(m.status, 'held') = 'held' THEN 'took part' ELSE 'was to take part' END AS kind,
         p.source AS said_by, p.quote AS quote
  UNION
  UNWIND $meetings AS id
  MATCH (m:Meeting {id: id})-[r:PART_OF]->(w:Meeting)
  WHERE w.id IN $meetings
  RETURN 'meeting' AS source_entity, m.id AS source, 'meeting' AS target_entity, w.id AS target, 'belongs to' AS kind,
         r.source AS said_by, r.quote AS quote
  UNION
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})-[r:MADE_BY]->(a:Actor)
  WHERE a.id IN $actors
  RETURN 'actor' AS source_entity, a.id AS source, 'claim' AS target_entity, c.id AS target, 'made' AS kind,
         r.source AS said_by, r.quote AS quote
  UNION
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})-[r:ABOUT|ADDRESSED_TO]->(a:Actor)
  WHERE a.id IN $actors
  RETURN 'claim' AS source_entity, c.id AS source, 'actor' AS target_entity, a.id AS target,
         CASE type(r) WHEN 'ABOUT' THEN 'about' ELSE 'addressed' END AS kind,
         r.source AS said_by, r.quote AS quote
  UNION
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})-[r:ABOUT|MADE_AT]->(m:Meeting)
  WHERE m.id IN $meetings
  RETURN 'claim' AS source_entity, c.id AS source, 'meeting' AS target_entity, m.id AS target,
         CASE type(r) WHEN 'ABOUT' THEN 'about' ELSE 'made at' END AS kind,
         r.source AS said_by, r.quote AS quote
  UNION
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})-[r:CONTRADICTS|SUPPORTS|ANSWERS]->(d:Claim)
  WHERE d.id IN $claims
  RETURN 'claim' AS source_entity, c.id AS source, 'claim' AS target_entity, d.id AS target,
         CASE type(r) WHEN 'CONTRADICTS' THEN 'contradicts' WHEN 'SUPPORTS' THEN 'supports' ELSE 'answers' END AS kind,
         r.source AS said_by, r.quote AS quote
  UNION
  UNWIND $actors AS id
  MATCH (a:Actor {id: id})-[r:AFFILIATED_WITH|PART_OF]->(b:Actor)
  WHERE b.id IN $actors
  RETURN 'actor' AS source_entity, a.id AS source, 'actor' AS target_entity, b.id AS target, 'belongs to' AS kind,
         r.source AS said_by, r.quote AS quote
}
RETURN source_entity, source, target_entity, target, kind, said_by, quote
