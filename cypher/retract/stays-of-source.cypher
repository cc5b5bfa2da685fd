// What still holds some Sources: statements by them other than those with these keys.
MATCH ()-[r]->()
WHERE r.source IN $ids AND NOT type(r) IN ['DESCRIBED_IN', 'NAMES'] AND NOT r.key IN $keys
RETURN r.source AS id, count(r) AS number, min(r.source) AS source
