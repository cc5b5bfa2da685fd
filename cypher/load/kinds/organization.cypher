// Give Actors the label Organization, and none of the other three.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Person:State:Group
SET n:Organization
