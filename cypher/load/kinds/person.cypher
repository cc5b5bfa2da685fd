// Give Actors the label Person, and none of the other three.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:State:Organization:Group
SET n:Person
