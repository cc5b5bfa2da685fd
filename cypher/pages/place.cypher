// The fields of one place.
// Made of explorer/model.py by `make generate`.
MATCH (n:Place {id: $id})
CALL (n) {
  MATCH (n)-[r:PART_OF]->(x:Place)
  RETURN collect(DISTINCT x {.id, .name}) AS part_of_list
}
RETURN n.id AS id, n.name AS name, n.country AS country, n.aliases AS aliases, part_of_list AS part_of
