// A file other than these that quotes from some sources.
MATCH ()-[r]->()
WHERE r.source IN $ids AND NOT r.file IN $files AND r.quote IS NOT NULL
RETURN r.source AS id, min(r.file) AS file
