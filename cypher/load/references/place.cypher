// Statements of files other than these that need some Places: one example for each.
UNWIND $ids AS id
MATCH (n:Place {id: id})-[r]-()
WHERE NOT r.file IN $files AND NOT type(r) IN ['DESCRIBED_IN', 'NAMES']
RETURN id, min(r.file) AS file
