// The fields of one %kind%, made of the model. Write another statement of this name for a better page.
MATCH (n:%label% {id: $id})
%references%
%return%
