// Give actors the label State, and none of the others that say of what kind they are.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Person:Organization:Group
SET n:State
