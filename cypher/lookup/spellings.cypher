// Normalized spellings that begin with one of $prefixes, at most $most for each.
UNWIND $prefixes AS prefix
CALL (prefix) {
  MATCH (n:Name) WHERE n.id STARTS WITH prefix
  RETURN n.id AS id ORDER BY n.id LIMIT $most
}
RETURN DISTINCT id AS id
