// What some Claims keep although no file that is left gives it.
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN id, n.text AS text
