// The %plural% with these ids.
UNWIND $ids AS id
MATCH (n:%label% {id: id})
%return%
