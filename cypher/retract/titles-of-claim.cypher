// What some Claims are called.
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN id, n.text AS title
