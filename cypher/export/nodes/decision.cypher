// Decisions with these ids.
UNWIND $ids AS id
MATCH (n:Decision {id: id})
RETURN id, labels(n) AS labels, n.verdict AS verdict, n.kind AS kind, n.ids AS ids, n.entities AS entities,
       n.why AS why
