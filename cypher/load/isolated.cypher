// Entities and names that nothing describes and nothing speaks of, as a load that was cut off leaves them.
MATCH (n)
WHERE NOT EXISTS { (n)--() }
  AND (n:Actor OR n:Meeting OR n:Claim OR n:Source OR n:Place OR n:Topic OR n:Name) AND coalesce(n.kind, '') <> 'dossier'
RETURN [label IN labels(n) WHERE label IN ['Actor', 'Meeting', 'Claim', 'Source', 'Place', 'Topic', 'Name']][0] AS label,
       n.id AS id
