// Statements that some sources make, without those of some files and those with some keys: how many, one example.
MATCH ()-[r]->()
WITH r, coalesce(r.said_source, r.source) AS id
WHERE id IN $ids AND NOT type(r) IN $bookkeeping AND NOT r.file IN $files AND NOT r.key IN $keys
RETURN 'Source' AS label, id, count(r) AS number, min(id) AS source, min(r.file) AS file
