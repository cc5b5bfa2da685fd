// How often each of these actors is named as a participant.
UNWIND $id AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, COUNT { (a)<-[:HAS_PARTICIPANT]-() } AS participations
