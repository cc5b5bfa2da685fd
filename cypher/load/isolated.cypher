// Entities and names that nothing describes and nothing speaks of, as a load that was cut off leaves them.
MATCH (n)
WHERE NOT EXISTS { (n)--() } AND coalesce(n.kind, '') <> 'dossier' AND any(label IN labels(n) WHERE label IN $labels)
RETURN [label IN labels(n) WHERE label IN $labels][0] AS label, n.id AS id
