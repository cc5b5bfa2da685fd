// The id of the entity that some id means, where the two are decided to be the same.
MATCH (d:Decision {verdict: 'same'})
WHERE d.kind = $kind AND $id IN d.ids AND d.entities[0] <> $id
RETURN DISTINCT d.entities[0] AS id
ORDER BY id
LIMIT 1
