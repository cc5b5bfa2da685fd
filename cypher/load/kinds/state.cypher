// Give Actors the label State, and none of the other three.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Person:Organization:Group
SET n:State
