// A file other than these that quotes from some sources.
MATCH ()-[r]->()
WHERE coalesce(r.said_source, r.source) IN $ids AND NOT r.file IN $files AND r.quote IS NOT NULL
RETURN coalesce(r.said_source, r.source) AS id, min(r.file) AS file
