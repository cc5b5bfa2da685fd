// The fields of one %kind%.
MATCH (n:%label% {id: $id})
%references%
%return%
