// Give actors the label Group, and none of the others that say of what kind they are.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
REMOVE n:Person:State:Organization
SET n:Group
