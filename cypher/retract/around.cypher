// All relationships of some entities, which go with them.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.id})
WHERE row.label IN labels(n)
MATCH (n)-[r]-()
WITH DISTINCT r, startNode(r) AS a, endNode(r) AS b
RETURN [label IN labels(a) WHERE label IN $labels][0] AS label, a.id AS id,
       type(r) AS type, r.key AS key, r.file AS file,
       [label IN labels(b) WHERE label IN $labels][0] AS end_label, b.id AS end_id
