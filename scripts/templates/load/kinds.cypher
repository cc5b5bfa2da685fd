// Give %plural% the label %further%, and none of the others that say of what kind they are.
UNWIND $rows AS row
MATCH (n:%label% {id: row.id})
REMOVE n:%others%
SET n:%further%
