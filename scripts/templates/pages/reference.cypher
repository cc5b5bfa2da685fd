CALL (n) {
  MATCH (n)-[:%type%]->(x:%end%)
  RETURN collect(DISTINCT x {.id, .%title%}) AS %name%
}
