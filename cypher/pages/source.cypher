// The fields of one source.
MATCH (s:Source {id: $id})
RETURN s.id AS id, s.title AS title, s.kind AS kind, s.url AS url, s.archive_url AS archive_url, s.publisher AS publisher,
  s.author AS author, s.published AS published, s.retrieved AS retrieved, s.language AS language, s.sha256 AS sha256,
  s.loaded AS loaded, s.text AS text
