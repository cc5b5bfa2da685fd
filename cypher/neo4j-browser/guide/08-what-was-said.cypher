// What was said
//
// The claims of one actor: to whom, about whom, and at which meeting.
MATCH (claim:Claim)-[made:MADE_BY]->(speaker:Actor {id: $speaker})
OPTIONAL MATCH (claim)-[link:ADDRESSED_TO|ABOUT|MADE_AT]->(other)
RETURN speaker, made, claim, link, other
LIMIT 100
