// How much a search for chains from these actors has to go through: the participations of everybody they met, without
// those whom the search leaves out.
UNWIND $id AS one
MATCH (:Actor {id: one})<-[:HAS_PARTICIPANT]-(m:Meeting)-[:HAS_PARTICIPANT]->(y:Actor)
WITH DISTINCT one, y
WITH COUNT { (y)<-[:HAS_PARTICIPANT]-() } AS participations
WHERE participations <= 1000
RETURN sum(participations) AS participations
