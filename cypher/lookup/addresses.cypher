// Where these sources are on the web: where they appeared, else where they are kept.
UNWIND $ids AS id
MATCH (s:Source {id: id})
WHERE s.url IS NOT NULL OR s.archive_url IS NOT NULL
RETURN s.id AS id, coalesce(s.url, s.archive_url) AS url
