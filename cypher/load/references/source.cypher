// Statements of files other than these that some Sources make: one example for each.
MATCH ()-[r]->()
WHERE r.source IN $ids AND NOT r.file IN $files AND NOT type(r) IN ['DESCRIBED_IN', 'NAMES']
RETURN r.source AS id, min(r.file) AS file
