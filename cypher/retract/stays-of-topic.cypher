// What still holds some Topics: statements other than those with these keys.
UNWIND $ids AS id
MATCH (n:Topic {id: id})-[r]-()
WHERE NOT type(r) IN ['DESCRIBED_IN', 'NAMES'] AND NOT r.key IN $keys
RETURN id, count(r) AS number, min(r.source) AS source
