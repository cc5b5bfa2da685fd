// Statements of files other than these that need some Sources: one example for each.
UNWIND $ids AS id
MATCH (n:Source {id: id})-[r]-(other)
WHERE NOT r.file IN $files AND NOT type(r) IN ['DESCRIBED_IN', 'NAMES']
RETURN id, count(r) AS number, min(r.file) AS file
