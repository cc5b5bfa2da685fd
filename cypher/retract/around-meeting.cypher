// All relationships of some Meetings, which go with them.
UNWIND $ids AS id
MATCH (n:Meeting {id: id})-[r]-()
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN [label IN labels(a) WHERE label IN ['Actor', 'Meeting', 'Claim', 'Source', 'Place', 'Topic', 'Name']][0]
         AS label,
       a.id AS id, type(r) AS type, r.key AS key, r.file AS file,
       [label IN labels(b) WHERE label IN ['Actor', 'Meeting', 'Claim', 'Source', 'Place', 'Topic', 'Name']][0]
         AS end_label,
       b.id AS end_id
