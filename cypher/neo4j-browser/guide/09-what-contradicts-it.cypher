// What goes against it
//
// Claims may contradict, support or answer each other; both sides stay, each with its source.
MATCH (claim:Claim)-[link:CONTRADICTS|SUPPORTS|ANSWERS]->(other:Claim)
MATCH (claim)-[one:MADE_BY]->(speaker:Actor), (other)-[two:MADE_BY]->(replying:Actor)
RETURN claim, link, other, one, speaker, two, replying
LIMIT 50
