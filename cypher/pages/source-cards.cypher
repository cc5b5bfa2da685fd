// What is told of each of these sources, with the text of those of which it is wanted.
UNWIND $id AS id
MATCH (s:Source {id: id})
RETURN s.id AS id, s.title AS title, s.kind AS kind, s.url AS url, s.archive_url AS archive_url, s.publisher AS publisher,
  s.author AS author, s.published AS published, s.language AS language, CASE WHEN id IN $texts THEN s.text END AS text
