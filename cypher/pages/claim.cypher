// The fields of one claim.
// Made of explorer/model.py by `make generate`.
MATCH (n:Claim {id: $id})
CALL (n) {
  MATCH (n)-[r:MADE_BY]->(x:Actor)
  WHERE r.capacity = 'speaker'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS speaker_list, count(r.jointly) AS speaker_together
}
CALL (n) {
  MATCH (n)-[r:MADE_BY]->(x:Actor)
  WHERE r.capacity = 'on behalf of'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS on_behalf_of_list
}
CALL (n) {
  MATCH (n)-[r:ADDRESSED_TO]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS to_list
}
CALL (n) {
  MATCH (n)-[r:MADE_AT]->(x:Meeting)
  RETURN collect(DISTINCT x {.id, .title}) AS made_at_list
}
CALL (n) {
  MATCH (n)-[r:ABOUT]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS about_list
}
CALL (n) {
  MATCH (n)-[r:ABOUT]->(x:Meeting)
  RETURN collect(DISTINCT x {.id, .title}) AS about_meetings_list
}
CALL (n) {
  MATCH (n)-[r:HAS_TOPIC]->(x:Topic)
  RETURN collect(DISTINCT x {.id, .name}) AS topics_list
}
RETURN n.id AS id, n.text AS text, n.kind AS kind, n.date AS date, n.date_end AS date_end, n.date_text AS date_text,
       speaker_list AS speaker, on_behalf_of_list AS on_behalf_of, to_list AS to, made_at_list AS made_at,
       about_list AS about, about_meetings_list AS about_meetings, topics_list AS topics,
       speaker_together > 0 AS speaker_jointly
