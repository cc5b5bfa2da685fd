// Where the sources of a meeting differ
//
// Meetings whose sources disagree on the date, the place, the status, the role of a participant, or on whether
// somebody attended: one row for each two answers, each with the sources that give it and the sentences that say
// so. Compared is what the sources say themselves; what only the editor of a file says does not count, nor what a
// source leaves out. A more exact answer is no disagreement (21 January 2022 beside January 2022, or a hotel in
// Geneva beside Geneva), nor is one that the other source gives as well. What an older source has as planned and
// a younger one as held is told as what came of it.
//
// @theme  Sources and evidence 450
// @none   No difference between the sources of a meeting is recorded
// @counts difference
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
// @return what           string                         date, place, status, role or attendance
// @return how            string                         contradiction, or in turn: planned, later held
// @return actor          actor                          whose role or attendance
// @return one            answer                         the one answer
// @return evidence       evidence list                  who gives it
// @return other          answer beside one              the other answer
// @return other_evidence evidence list beside evidence  who gives that
MATCH (s:Source)
WHERE s.kind = 'dossier'
WITH collect(s.id) AS editors
CALL (editors) {
  MATCH (m:Meeting {id: $meeting})
  RETURN m.id AS id
  UNION ALL
  UNWIND CASE WHEN $meeting IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[r:REPORTED_IN|HAS_PARTICIPANT|HELD_AT]->()
  WHERE NOT r.source IN editors
  WITH m, count(DISTINCT r.source) AS sources
  WHERE sources > 1
  RETURN m.id AS id
}
MATCH (m:Meeting {id: id})-[r:REPORTED_IN|HAS_PARTICIPANT|HELD_AT]->(x)
WHERE NOT r.source IN editors
// Each statement answers some of the questions; one without words of its own leans on the report of the meeting.
WITH id, type(r) AS type, r.source AS source, r.date_text AS date, r.status AS status, r.role AS role, r.quote AS quote,
     r.quote_start AS start, r.quote_end AS stop, r.page AS page,
     CASE type(r) WHEN 'HELD_AT' THEN x.id ELSE r.place END AS place,
     CASE type(r) WHEN 'HAS_PARTICIPANT' THEN x.id END AS actor
OPTIONAL MATCH (p:Place {id: place})
WITH id, type, source, date, status, role, quote, start, stop, page, place, actor, p.name AS name
UNWIND CASE type WHEN 'REPORTED_IN' THEN ['date', 'place', 'status'] WHEN 'HELD_AT' THEN ['place']
                 ELSE ['role', 'attendance'] END AS what
WITH id, type, source, quote, start, stop, page, place, actor, what,
     CASE what WHEN 'date' THEN date WHEN 'place' THEN coalesce(name, place) WHEN 'status' THEN status
               WHEN 'role' THEN role ELSE coalesce(status, 'attended') END AS answer
WHERE answer IS NOT NULL AND NOT (what = 'attendance' AND answer = 'invited')
MATCH (s:Source {id: source})
WITH id, what, actor,
     collect(DISTINCT {source: source, answer: answer, place: place, published: coalesce(s.published, ''), quote: quote,
                       start: start, stop: stop, page: page, leans: type <> 'REPORTED_IN' AND quote IS NULL}) AS sides,
     count(DISTINCT source) AS sources, count(DISTINCT answer) AS answers
WHERE sources > 1 AND answers > 1
UNWIND sides AS one
UNWIND sides AS other
WITH id, what, actor, sides, one, other
WHERE one.answer < other.answer AND one.source <> other.source
  AND none(x IN sides WHERE x.source = one.source AND x.answer = other.answer)
  AND none(x IN sides WHERE x.source = other.source AND x.answer = one.answer)
// Dates are compared as text; of a status it counts when its source was published.
WITH id, what, actor, one, other, one.place AS one_place, other.place AS other_place,
     [text IN CASE what WHEN 'status' THEN [one.published, other.published] ELSE [one.answer, other.answer] END |
      replace(replace(replace(toLower(text), '~', ''), '?', ''), '%', '')] AS texts
WITH id, what, actor, one, other, one_place, other_place, texts,
     split(texts[0], '/') AS one_days, split(texts[1], '/') AS other_days
// A season, 2022-21 to 2022-24, as its first and its last month.
WITH id, what, actor, one, other, one_place, other_place, texts,
     [d IN [one_days[0], other_days[0]] |
      CASE substring(d, 5) WHEN '21' THEN left(d, 5) + '03' WHEN '22' THEN left(d, 5) + '06'
                           WHEN '23' THEN left(d, 5) + '09' WHEN '24' THEN left(d, 5) + '12' ELSE d END] AS first,
     [d IN [one_days[size(one_days) - 1], other_days[size(other_days) - 1]] |
      CASE substring(d, 5) WHEN '21' THEN left(d, 5) + '05' WHEN '22' THEN left(d, 5) + '08'
                           WHEN '23' THEN left(d, 5) + '11'
                           WHEN '24' THEN toString(toInteger(left(d, 4)) + 1) + '-02' ELSE d END] AS last
// The first and the last day that a date can mean, as text: 2022-01 lies between 2022-01-00 and 2022-01-99.
WITH id, what, actor, one, other, one_place, other_place, texts,
     [d IN first | left(replace(d, 'x', '0') + '-00-00', 10)] AS first,
     [d IN last | CASE WHEN d IN ['', '..'] THEN '9999' ELSE left(replace(d, 'x', '9') + '-99-99', 10) END] AS last
OPTIONAL MATCH (p:Place {id: one_place})-[:PART_OF|IN_COUNTRY*1..6]->(q:Place {id: other_place})
OPTIONAL MATCH (v:Place {id: other_place})-[:PART_OF|IN_COUNTRY*1..6]->(w:Place {id: one_place})
WITH id, what, actor, one, other, texts, first, last, count(q) + count(w) AS within
WITH id, what, actor, one, other,
     CASE WHEN what = 'date' THEN first[0] <= first[1] AND last[0] >= last[1]
                               OR first[0] >= first[1] AND last[0] <= last[1]
          WHEN what = 'status' THEN false
          ELSE within > 0 OR texts[0] CONTAINS texts[1] OR texts[1] CONTAINS texts[0] END AS agree,
     // Of planned and held, and what else can follow each other, the second in the alphabet comes first in time.
     what = 'status' AND last[1] < first[0] AND NOT (one.answer = 'cancelled' AND other.answer = 'held') AS in_turn
WHERE NOT agree
WITH id, what, actor, CASE WHEN in_turn THEN other ELSE one END AS one, CASE WHEN in_turn THEN one ELSE other END AS other,
     in_turn
WITH id, what, actor, one.answer AS one, other.answer AS other, in_turn, collect(DISTINCT one) AS one_sides,
     collect(DISTINCT other) AS other_sides
MATCH (m:Meeting {id: id})
OPTIONAL MATCH (a:Actor {id: actor})
WITH m, what, a, one, other, in_turn,
     [x IN one_sides WHERE NOT x.leans OR none(y IN one_sides WHERE y.source = x.source AND NOT y.leans)] AS one_sides,
     [x IN other_sides WHERE NOT x.leans OR none(y IN other_sides WHERE y.source = x.source AND NOT y.leans)]
       AS other_sides
ORDER BY m.date IS NULL, m.date DESC, m.id, what, a.id, one, other, in_turn
LIMIT $limit
CALL (m, one_sides) {
  UNWIND one_sides AS x
  WITH m, x, x.source AS source, x.leans AS leans
  MATCH (s:Source {id: source})
  OPTIONAL MATCH (m)-[r:REPORTED_IN]->(s) WHERE leans
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: coalesce(x.quote, r.quote),
                           start: coalesce(x.start, r.quote_start), end: coalesce(x.stop, r.quote_end),
                           page: CASE WHEN r.source IS NULL THEN x.page ELSE r.page END}) AS evidence
}
CALL (m, other_sides) {
  UNWIND other_sides AS x
  WITH m, x, x.source AS source, x.leans AS leans
  MATCH (s:Source {id: source})
  OPTIONAL MATCH (m)-[r:REPORTED_IN]->(s) WHERE leans
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: coalesce(x.quote, r.quote),
                           start: coalesce(x.start, r.quote_start), end: coalesce(x.stop, r.quote_end),
                           page: CASE WHEN r.source IS NULL THEN x.page ELSE r.page END}) AS other_evidence
}
RETURN m {.id, .title} AS meeting, what,
       CASE WHEN in_turn THEN one + ', later ' + other ELSE 'contradiction' END AS how,
       a {.id, .name, .kind} AS actor, one, evidence, other, other_evidence
ORDER BY m.date IS NULL, m.date DESC, m.id, what, a.id, one, other, in_turn
LIMIT $limit
