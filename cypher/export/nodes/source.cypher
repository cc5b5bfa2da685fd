// The sources with these ids.
// Made of explorer/model.py by `make generate`.
UNWIND $ids AS id
MATCH (n:Source {id: id})
RETURN id, labels(n) AS labels, n.title AS title, n.sha256 AS sha256, n.text AS text, n.publisher AS publisher,
       n.author AS author, n.published AS published, n.retrieved AS retrieved, n.language AS language, n.url AS url,
       n.archive_url AS archive_url, n.kind AS kind, n.loaded AS loaded, n.position AS position, n.form AS form,
       n.search AS search
