// What still holds some Meetings: statements other than those with these keys.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})-[r]-()
WHERE NOT type(r) IN ['DESCRIBED_IN', 'NAMES'] AND NOT r.key IN $keys
RETURN id, count(r) AS number, min(r.source) AS source
