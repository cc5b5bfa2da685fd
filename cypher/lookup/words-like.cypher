// Normalized single words of names that begin with $first or with $second and have from $least to $longest letters; at most
// $most. (In a CALL for each of a list of beginnings the embedded engine would look at all names.)
CALL () {
  MATCH (n:Name)
  WHERE n.id STARTS WITH $first AND size(n.id) >= $least AND size(n.id) <= $longest AND NOT n.id CONTAINS ' '
  RETURN n.id AS id
  UNION
  MATCH (n:Name)
  WHERE n.id STARTS WITH $second AND size(n.id) >= $least AND size(n.id) <= $longest AND NOT n.id CONTAINS ' '
  RETURN n.id AS id
}
RETURN DISTINCT id AS id
ORDER BY id LIMIT $most
