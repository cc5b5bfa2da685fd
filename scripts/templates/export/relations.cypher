// %about%.
UNWIND $ids AS id
MATCH (a:%start% {id: id})-[r:%type%]->(b:%end%)
%return%
