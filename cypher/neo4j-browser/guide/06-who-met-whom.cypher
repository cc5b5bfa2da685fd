// Who met whom
//
// The meetings of one actor, with all others who were there.
MATCH (actor:Actor {id: $actor})<-[one:HAS_PARTICIPANT]-(meeting:Meeting)-[two:HAS_PARTICIPANT]->(other:Actor)
WHERE other <> actor
RETURN actor, one, meeting, two, other
LIMIT 100
