// All relationships of some Places, which go with them.
UNWIND $ids AS id
MATCH (n:Place {id: id})-[r]-()
WITH DISTINCT r, startNode(r) AS leaf, endNode(r) AS hub
RETURN [label IN labels(leaf) WHERE label IN ['Actor', 'Meeting', 'Claim', 'Source', 'Place', 'Topic', 'Name']][0]
         AS label,
       leaf.id AS id, type(r) AS type, r.key AS key, r.file AS file,
       [label IN labels(hub) WHERE label IN ['Actor', 'Meeting', 'Claim', 'Source', 'Place', 'Topic', 'Name']][0]
         AS hub_label,
       hub.id AS hub
