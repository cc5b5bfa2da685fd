// What the nodes of a picture are called, what kind they are, and when and whether they took place.
CALL () {
  UNWIND $actors AS id
  MATCH (a:Actor {id: id})
  RETURN 'actor' AS entity, a.id AS id, a.kind AS kind, a.name AS label, null AS date, null AS status
  UNION ALL
  UNWIND $meetings AS id
  MATCH (m:Meeting {id: id})
  RETURN 'meeting' AS entity, m.id AS id, 'meeting' AS kind, m.title AS label, m.date_text AS date, m.status AS status
  UNION ALL
  UNWIND $claims AS id
  MATCH (c:Claim {id: id})
  RETURN 'claim' AS entity, c.id AS id, 'claim' AS kind, c.text AS label, c.date_text AS date, null AS status
}
RETURN entity, id, kind, label, date, status
