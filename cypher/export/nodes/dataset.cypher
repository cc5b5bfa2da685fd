// The node that holds the version of the data, a page of them: the next ones after an id.
MATCH (n:Dataset)
WHERE n.id > $after
RETURN n.id AS id, labels(n) AS labels, n.version AS version, n.changed AS changed, n.writing AS writing,
       n.unfinished AS unfinished
ORDER BY id
LIMIT $most
