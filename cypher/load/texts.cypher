// The stored texts of some sources.
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN id, s.text AS text, s.sha256 AS sha256
