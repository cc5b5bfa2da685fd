// The node that holds the version of the data.
UNWIND $ids AS id
MATCH (n:Dataset {id: id})
RETURN id, labels(n) AS labels, n.version AS version, n.changed AS changed, n.writing AS writing,
       n.unfinished AS unfinished
