// The places that lie in this one: its own parts, or the places of a country.
MATCH (p:Place)-[:PART_OF|IN_COUNTRY]->(:Place {id: $id})
WHERE p.id <> $id
WITH DISTINCT p
RETURN p {.id, .name} AS place
ORDER BY p.name, p.id
LIMIT 101
