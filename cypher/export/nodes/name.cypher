// Names with these ids.
UNWIND $ids AS id
MATCH (n:Name {id: id})
RETURN id, labels(n) AS labels
