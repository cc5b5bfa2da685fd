MATCH (n:Actor)
RETURN n.id AS id
// refused: 1: has no title
