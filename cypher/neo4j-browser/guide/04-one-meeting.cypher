// One meeting
//
// Who took part, where it was held, and what it was about.
MATCH (meeting:Meeting {id: $meeting})-[link:HAS_PARTICIPANT|HELD_AT|HAS_TOPIC|PART_OF]->(other)
RETURN meeting, link, other
