// How actors, meetings and claims hang together: what links two of those that are given. Always walked from the start
// of a relationship, which has few of them: an actor may end those of thousands of meetings and claims, but a meeting or
// a claim begins only some.
UNWIND $keys AS key
MATCH (n:Actor|Meeting|Claim {id: key.id})
WHERE key.label IN labels(n)
MATCH (n)-[r]->(o)
WHERE type(r) IN $types AND o.id IN $ids
RETURN key.label AS start_label, key.id AS start_id, [label IN labels(o) WHERE label IN $labels][0] AS end_label,
       o.id AS end_id, type(r) AS type, r.status AS participation, n.status AS meeting, r.source AS said_by,
       r.quote AS quote
