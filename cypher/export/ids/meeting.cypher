// The ids of all meetings.
MATCH (n:Meeting)
RETURN n.id AS id
ORDER BY id
