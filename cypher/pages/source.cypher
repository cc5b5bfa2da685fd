// The fields of one source.
// Made of explorer/model.py by `make generate`.
MATCH (n:Source {id: $id})
RETURN n.id AS id, n.title AS title, n.sha256 AS sha256, n.text AS text, n.publisher AS publisher, n.author AS author,
       n.published AS published, n.retrieved AS retrieved, n.language AS language, n.url AS url,
       n.archive_url AS archive_url, n.kind AS kind, n.loaded AS loaded
