// Give Actors the label Group, and none of the other three.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Person:State:Organization
SET n:Group
