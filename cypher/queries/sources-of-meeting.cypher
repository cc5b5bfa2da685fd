// Sources of a meeting
//
// Who says what about a meeting: each source with its own words, the date and the place that it gives
// itself, and the participants that it names. The last lines may be the editor of a file, for what no
// source says.
//
// @theme  Sources and evidence 420
// @related 1
// @ask    sources of the meeting {meeting}
// @ask    who reports the meeting {meeting}
// @ask    what do the sources say of the meeting {meeting}
// @ask    evidence for the meeting {meeting}
// @ask    how do we know about the meeting {meeting}
// @ask    which sources mention the meeting {meeting}
// @param  meeting  meeting        a meeting, by words of its title or by its id
// @param  limit    integer = 100  most rows
// @return source   source         the source
// @return kind     string         what kind of source; dossier stands for the editor of a file
// @return date     date list      the date, where the source gives one itself
// @return place    place list     the place, where the source gives one itself
// @return status   string list    held, planned, cancelled or proposed, where the source says it
// @return who      actor list     the participants it names
// @return evidence evidence list  its words
MATCH (m:Meeting {id: $meeting})-[r:REPORTED_IN|HAS_PARTICIPANT|HELD_AT|HAS_TOPIC|PART_OF]->()
WITH m, r.source AS source, collect(DISTINCT r.date_text) AS date,
     collect(DISTINCT CASE type(r) WHEN 'REPORTED_IN' THEN r.status END) AS status
MATCH (s:Source {id: source})
CALL (m, s) {
  MATCH (m)-[h:HELD_AT]->(p:Place)
  WHERE h.source = s.id
  RETURN collect(DISTINCT p {.id, .name}) AS place
}
CALL (m, s) {
  MATCH (m)-[w:HAS_PARTICIPANT]->(x:Actor)
  WHERE w.source = s.id AND coalesce(w.status, 'attended') <> 'absent'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS who
}
CALL (m, s) {
  MATCH (m)-[r:REPORTED_IN|HAS_PARTICIPANT]->(x)
  WHERE r.source = s.id AND (type(r) = 'REPORTED_IN' OR r.quote IS NOT NULL)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN s {.id, .title} AS source, s.kind AS kind, date, place, status, who, evidence
ORDER BY coalesce(s.kind, '') = 'dossier', s.id
LIMIT $limit
