// Participants of a meeting
//
// Who took part in a meeting, who was invited and who is said to have been absent, in which role, and which
// source says so. A role that the sources give differently stands with all its wordings.
//
// @theme  Meetings 170
// @related 2
// @ask    participants of the meeting {meeting}
// @ask    who took part in the meeting {meeting}
// @ask    who attended the meeting {meeting}
// @ask    who was at the meeting {meeting}
// @param  meeting  meeting        a meeting, by words of its title or by its id
// @param  limit    integer = 100  most rows
// @return who      actor          the participant
// @return role     string list    host, chair, mediator, ...
// @return status   string list    attended, invited or absent, where a source says it
// @return evidence evidence list  sources and their words; the editor where no source says it
MATCH (:Meeting {id: $meeting})-[r:HAS_PARTICIPANT]->(a:Actor)
WITH a, r, r.source AS source
MATCH (s:Source {id: source})
WITH a, collect(DISTINCT r.role) AS role, collect(DISTINCT r.status) AS status,
     collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                       start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
RETURN a {.id, .name, .kind} AS who, role, status, evidence
ORDER BY a.name, a.id
LIMIT $limit
