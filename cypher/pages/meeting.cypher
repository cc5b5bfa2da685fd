// The fields of one meeting.
// Made of explorer/model.py by `make generate`.
MATCH (n:Meeting {id: $id})
CALL (n) {
  MATCH (n)-[r:HELD_AT]->(x:Place)
  RETURN collect(DISTINCT x {.id, .name}) AS place_list
}
CALL (n) {
  MATCH (n)-[r:HAS_TOPIC]->(x:Topic)
  RETURN collect(DISTINCT x {.id, .name}) AS topics_list
}
CALL (n) {
  MATCH (n)-[r:PART_OF]->(x:Meeting)
  RETURN collect(DISTINCT x {.id, .title}) AS part_of_list
}
RETURN n.id AS id, n.title AS title, n.kind AS kind, n.date AS date, n.date_end AS date_end, n.date_text AS date_text,
       n.status AS status, n.format AS format, n.duration AS duration, n.summary AS summary, place_list AS place,
       topics_list AS topics, part_of_list AS part_of
