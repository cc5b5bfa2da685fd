// The fields of one actor, and how often it is named as a participant.
MATCH (a:Actor {id: $id})
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.aliases AS aliases, a.description AS description,
  COUNT { (a)<-[:HAS_PARTICIPANT]-() } AS participations
