// Statements that some sources make, without those of some files and those with some keys: how many, one example.
MATCH ()-[r]->()
WHERE r.source IN $ids AND NOT type(r) IN $bookkeeping AND NOT r.file IN $files AND NOT r.key IN $keys
RETURN 'Source' AS label, r.source AS id, count(r) AS number, min(r.source) AS source, min(r.file) AS file
