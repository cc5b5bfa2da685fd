// The ids of all claims.
MATCH (n:Claim)
RETURN n.id AS id
ORDER BY id
