// What still holds some Meetings: statements other than those with these keys, and not of what falls.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})-[r]-(other)
WHERE NOT type(r) IN ['DESCRIBED_IN', 'NAMES'] AND NOT r.key IN $keys AND NOT other.id IN $falling
RETURN id, count(r) AS number, min(r.source) AS source
