// The meetings of one actor
//
// Participants hang on the meeting. Two arrows to one actor are two sources that say the same.
MATCH (actor:Actor {id: $actor})<-[part:HAS_PARTICIPANT]-(meeting:Meeting)
RETURN actor, part, meeting
LIMIT 50
