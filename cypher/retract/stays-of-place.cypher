// What still holds some Places: statements other than those with these keys.
UNWIND $ids AS id
MATCH (n:Place {id: id})-[r]-()
WHERE NOT type(r) IN ['DESCRIBED_IN', 'NAMES'] AND NOT r.key IN $keys
RETURN id, count(r) AS number, min(r.source) AS source
