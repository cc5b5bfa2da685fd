// Normalized single words of names that begin with one of $prefixes and have from $least to $longest letters; at most
// $most for each.
UNWIND $prefixes AS prefix
CALL (prefix) {
  MATCH (n:Name)
  WHERE n.id STARTS WITH prefix AND size(n.id) >= $least AND size(n.id) <= $longest AND NOT n.id CONTAINS ' '
  RETURN n.id AS id ORDER BY n.id LIMIT $most
}
RETURN DISTINCT id AS id
ORDER BY id
