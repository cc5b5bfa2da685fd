CALL (n) {
  MATCH (n)-[r:%type%]->(x:%end%)%fixed%
  RETURN collect(DISTINCT x {.id, .%title%%more%}) AS %name%_list%jointly%
}
