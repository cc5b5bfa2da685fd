// Where the sources of a meeting differ
//
// Meetings whose sources disagree on the date, the place, the role of a participant, or on whether somebody
// attended: one row for each two answers, each with the sources that give it. Compared is what the sources
// say themselves; what only the editor of a file says does not count, nor what a source leaves out. A less
// exact answer is no disagreement (January 2022 beside 21 January 2022, or Geneva beside Geneva,
// Switzerland), nor is one that the other source gives as well.
//
// @theme  Sources and evidence 450
// @ask    differing reports
// @ask    where do the sources differ
// @ask    which reports disagree
// @ask    contradictory reports of meetings
// @ask    meetings on which sources disagree
// @ask    where do the sources differ on the meeting {meeting}
// @ask    differing reports of the meeting {meeting}
// @param  meeting        meeting = null                 only this meeting
// @param  limit          integer = 100                  most rows
// @return meeting        meeting                        the meeting
// @return what           string                         date, place, role or attendance
// @return actor          actor                          whose role or attendance
// @return one            string                         the one answer
// @return evidence       evidence list                  who gives it
// @return other          string beside one              the other answer
// @return other_evidence evidence list beside evidence  who gives that
MATCH (s:Source)
WHERE s.kind = 'dossier'
WITH collect(s.id) AS editors
CALL (editors) {
  // Of the one meeting, which a look at all of them would take long to find.
  MATCH (m:Meeting {id: $meeting})-[r:REPORTED_IN]->(:Source)
  WHERE r.date_text IS NOT NULL
  RETURN m.id AS id, 'date' AS what, null AS actor, r.source AS source, r.date_text AS answer
  UNION ALL
  MATCH (m:Meeting {id: $meeting})-[r:REPORTED_IN]->(:Source)
  WHERE r.place IS NOT NULL
  WITH m.id AS id, r.source AS source, r.place AS place
  OPTIONAL MATCH (p:Place {id: place})
  RETURN id, 'place' AS what, null AS actor, source, coalesce(p.name, place) AS answer
  UNION ALL
  MATCH (m:Meeting {id: $meeting})-[r:HELD_AT]->(p:Place)
  WHERE NOT r.source IN editors
  RETURN m.id AS id, 'place' AS what, null AS actor, r.source AS source, p.name AS answer
  UNION ALL
  MATCH (m:Meeting {id: $meeting})-[r:HAS_PARTICIPANT]->(a:Actor)
  WHERE r.role IS NOT NULL AND NOT r.source IN editors
  RETURN m.id AS id, 'role' AS what, a.id AS actor, r.source AS source, r.role AS answer
  UNION ALL
  MATCH (m:Meeting {id: $meeting})-[n:HAS_PARTICIPANT]->(a:Actor)
  WHERE n.status = 'absent'
  MATCH (m)-[r:HAS_PARTICIPANT]->(a)
  WHERE coalesce(r.status, 'attended') <> 'invited' AND NOT r.source IN editors
  RETURN m.id AS id, 'attendance' AS what, a.id AS actor, r.source AS source,
         coalesce(r.status, 'attended') AS answer
  UNION ALL
  // Of every meeting, where none is given.
  UNWIND CASE WHEN $meeting IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[r:REPORTED_IN]->(:Source)
  WHERE r.date_text IS NOT NULL
  RETURN m.id AS id, 'date' AS what, null AS actor, r.source AS source, r.date_text AS answer
  UNION ALL
  UNWIND CASE WHEN $meeting IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[r:REPORTED_IN]->(:Source)
  WHERE r.place IS NOT NULL
  WITH m.id AS id, r.source AS source, r.place AS place
  OPTIONAL MATCH (p:Place {id: place})
  RETURN id, 'place' AS what, null AS actor, source, coalesce(p.name, place) AS answer
  UNION ALL
  UNWIND CASE WHEN $meeting IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[r:HELD_AT]->(p:Place)
  WHERE NOT r.source IN editors
  RETURN m.id AS id, 'place' AS what, null AS actor, r.source AS source, p.name AS answer
  UNION ALL
  UNWIND CASE WHEN $meeting IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[r:HAS_PARTICIPANT]->(a:Actor)
  WHERE r.role IS NOT NULL AND NOT r.source IN editors
  RETURN m.id AS id, 'role' AS what, a.id AS actor, r.source AS source, r.role AS answer
  UNION ALL
  UNWIND CASE WHEN $meeting IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[n:HAS_PARTICIPANT]->(a:Actor)
  WHERE n.status = 'absent'
  MATCH (m)-[r:HAS_PARTICIPANT]->(a)
  WHERE coalesce(r.status, 'attended') <> 'invited' AND NOT r.source IN editors
  RETURN m.id AS id, 'attendance' AS what, a.id AS actor, r.source AS source,
         coalesce(r.status, 'attended') AS answer
}
WITH id, what, actor, collect(DISTINCT {source: source, answer: answer}) AS sides,
     count(DISTINCT source) AS sources, count(DISTINCT answer) AS answers
WHERE sources > 1 AND answers > 1
UNWIND sides AS one
UNWIND sides AS other
WITH id, what, actor, sides, one, other
WHERE one.answer < other.answer AND one.source <> other.source
  AND none(x IN sides WHERE x.source = one.source AND x.answer = other.answer)
  AND none(x IN sides WHERE x.source = other.source AND x.answer = one.answer)
WITH id, what, actor, one.answer AS one, other.answer AS other,
     collect(DISTINCT one.source) AS one_sources, collect(DISTINCT other.source) AS other_sources
WITH id, what, actor, one, other, one_sources, other_sources,
     replace(replace(replace(toLower(one), '~', ''), '?', ''), '%', '') AS one_text,
     replace(replace(replace(toLower(other), '~', ''), '?', ''), '%', '') AS other_text
WITH id, what, actor, one, other, one_sources, other_sources, one_text, other_text,
     split(one_text, '/') AS one_days, split(other_text, '/') AS other_days
// A season, 2022-21 to 2022-24, as its first and its last month.
WITH id, what, actor, one, other, one_sources, other_sources, one_text, other_text,
     [d IN [one_days[0], other_days[0]] |
      CASE substring(d, 5) WHEN '21' THEN left(d, 5) + '03' WHEN '22' THEN left(d, 5) + '06'
                           WHEN '23' THEN left(d, 5) + '09' WHEN '24' THEN left(d, 5) + '12' ELSE d END] AS first,
     [d IN [one_days[size(one_days) - 1], other_days[size(other_days) - 1]] |
      CASE substring(d, 5) WHEN '21' THEN left(d, 5) + '05' WHEN '22' THEN left(d, 5) + '08'
                           WHEN '23' THEN left(d, 5) + '11'
                           WHEN '24' THEN toString(toInteger(left(d, 4)) + 1) + '-02' ELSE d END] AS last
// The first and the last day that a date can mean, as text: 2022-01 lies between 2022-01-00 and 2022-01-99.
WITH id, what, actor, one, other, one_sources, other_sources, one_text, other_text,
     [d IN first | left(replace(d, 'x', '0') + '-00-00', 10)] AS first,
     [d IN last | CASE WHEN d IN ['', '..'] THEN '9999' ELSE left(replace(d, 'x', '9') + '-99-99', 10) END] AS last
WITH id, what, actor, one, other, one_sources, other_sources,
     CASE WHEN what = 'date' THEN first[0] <= first[1] AND last[0] >= last[1]
                               OR first[0] >= first[1] AND last[0] <= last[1]
          ELSE one_text CONTAINS other_text OR other_text CONTAINS one_text END AS agree
WHERE NOT agree
MATCH (m:Meeting {id: id})
OPTIONAL MATCH (a:Actor {id: actor})
WITH m, what, a, one, other, one_sources, other_sources
ORDER BY m.date IS NULL, m.date DESC, m.id, what, a.id, one, other
LIMIT $limit
CALL (m, one_sources) {
  UNWIND one_sources AS source
  MATCH (s:Source {id: source})
  OPTIONAL MATCH (m)-[r:REPORTED_IN]->(s)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
CALL (m, other_sources) {
  UNWIND other_sources AS source
  MATCH (s:Source {id: source})
  OPTIONAL MATCH (m)-[r:REPORTED_IN]->(s)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS other_evidence
}
RETURN m {.id, .title} AS meeting, what, a {.id, .name, .kind} AS actor, one, evidence, other, other_evidence
ORDER BY m.date IS NULL, m.date DESC, m.id, what, a.id, one, other
LIMIT $limit
