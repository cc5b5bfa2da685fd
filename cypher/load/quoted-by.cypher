// A file other than these that quotes from some sources.
UNWIND $ids AS id
MATCH (s:Source {id: id})<-[r:REPORTED_IN]-(reported)
WHERE NOT r.file IN $files AND r.quote IS NOT NULL
RETURN id, min(r.file) AS file
