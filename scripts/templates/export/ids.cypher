// The ids of all %plural%.
MATCH (n:%label%)
RETURN n.id AS id
ORDER BY id
