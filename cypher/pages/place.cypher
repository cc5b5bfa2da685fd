// The fields of one place.
MATCH (p:Place {id: $id})
RETURN p.id AS id, p.name AS name, p.country AS country, p.aliases AS aliases
