// Participants of a meeting
//
// Who took part in a meeting, who was invited and who is said to have been absent, in which role, and which
// source says so. A role that the sources give differently stands with all its wordings.
//
// @theme  Meetings 170
// @related 2
// @none   No participant of {meeting} is recorded
// @ask    participants of the meeting {meeting}
// @ask    who took part in the meeting {meeting}
// @ask    who attended the meeting {meeting}
// @ask    who was at the meeting {meeting}
// @param  meeting  meeting        a meeting, by words of its title or by its id
// @param  limit    integer = 100  most rows
// @return who      actor          the participant
// @return role     string list    host, chair, mediator, ...
// @return status   string list    attended, invited or absent, where a source says it
// @return quote_from string       whose words the quote is, where none is on the participant
// @return evidence evidence list  sources and their words; the editor where no source says it
CALL () {
  MATCH (:Meeting {id: $meeting})-[r:REPORTED_IN]->(s:Source)
  WHERE r.quote IS NOT NULL
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS reports
}
MATCH (:Meeting {id: $meeting})-[r:HAS_PARTICIPANT]->(a:Actor)
WITH a, r, r.source AS source, reports
MATCH (s:Source {id: source})
WITH a, reports, collect(DISTINCT r.role) AS role, collect(DISTINCT r.status) AS status,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                       start: r.quote_start, end: r.quote_end, page: r.page}) AS own
// Who names the participant without words for that leans on what is quoted of the meeting; the editor, on all of it.
WITH a, reports, role, status, own,
     [x IN own WHERE x.quote IS NULL AND none(y IN own WHERE y.source = x.source AND y.quote IS NOT NULL)] AS bare
WITH a, role, status, own,
     [x IN reports WHERE any(y IN bare WHERE y.source = x.source OR y.kind = 'dossier')] AS leaning
RETURN a {.id, .name, .kind} AS who, role, status,
       CASE WHEN size(leaning) > 0 THEN "the meeting's report" END AS quote_from,
       [x IN own WHERE x.quote IS NOT NULL OR none(y IN leaning WHERE y.source = x.source)] + leaning AS evidence
ORDER BY a.name, a.id
LIMIT $limit
