// The id of the node that holds the version of the data.
MATCH (n:Dataset)
RETURN n.id AS id
ORDER BY id
