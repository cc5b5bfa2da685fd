// Statements of files other than these that need some Meetings: one example for each.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})-[r]-()
WHERE NOT r.file IN $files AND NOT type(r) IN ['DESCRIBED_IN', 'NAMES']
RETURN id, min(r.file) AS file
