// The fields of one place, and the places that it lies in: the nearest first, countries last.
MATCH (n:Place {id: $id})
CALL (n) {
  MATCH (n)-[:PART_OF]->(x:Place)
  RETURN collect(DISTINCT x {.id, .name}) AS part_of
}
CALL (n) {
  MATCH p = (n)-[:PART_OF|IN_COUNTRY*1..6]->(x:Place)
  WHERE x.id <> n.id
  WITH x, max(length(p)) AS far
  WITH x, far, EXISTS { (x)<-[:IN_COUNTRY]-(:Place) } AS is_country
  ORDER BY is_country, far, x.name, x.id
  RETURN collect(x {.id, .name}) AS lies_in
}
RETURN n.id AS id, n.name AS name, n.country AS country, n.aliases AS aliases, part_of, lies_in
