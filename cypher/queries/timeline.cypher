// Timeline of an actor
//
// The meetings the actor took part in and the claims it made, received or is the subject of, in order of
// time, oldest first; what has no date comes last.
//
// @theme  Meetings 180
// @related 2
// @none   No meeting and no claim of {actor} is recorded
// @ask    timeline of {actor}
// @ask    history of {actor}
// @ask    what happened with {actor} over time
// @ask    everything about {actor} in order of time
// @ask    chronology of {actor}
// @param  actor    actor             a person, state, organization or group
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return date     date              when, as precise as its sources
// @return kind     string            meeting or claim
// @return status   string            of a meeting: held, planned, cancelled or proposed
// @return part     string list       took part, invited, speaker, joint speaker, addressed, subject, ...
// @return meeting  meeting           the meeting, or empty
// @return claim    claim             the claim, or empty
// @return with     actor list        who else took part, or who said it
// @return evidence evidence list     sources and their words
MATCH (a:Actor {id: $actor})
CALL (a) {
  MATCH (a)<-[p:HAS_PARTICIPANT]-(m:Meeting)
  WHERE coalesce(p.status, 'attended') <> 'absent'
    AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
    AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
  RETURN 'meeting' AS kind, m.id AS id, m.date AS day,
         CASE WHEN p.status = 'invited' THEN 'invited' WHEN coalesce(m.status, 'held') = 'held' THEN 'took part'
              ELSE 'was to take part' END AS part
  UNION
  MATCH (a)<-[b:MADE_BY|ADDRESSED_TO|ABOUT]-(c:Claim)
  WHERE ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
    AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
  RETURN 'claim' AS kind, c.id AS id, c.date AS day,
         CASE type(b) WHEN 'MADE_BY' THEN CASE WHEN b.jointly THEN 'joint speaker' ELSE coalesce(b.capacity, 'speaker') END
                      WHEN 'ADDRESSED_TO' THEN 'addressed' ELSE 'subject' END AS part
}
WITH kind, id, day, collect(DISTINCT part) AS part
ORDER BY day IS NULL, day, kind DESC, id
LIMIT $limit
OPTIONAL MATCH (m:Meeting {id: id}) WHERE kind = 'meeting'
OPTIONAL MATCH (c:Claim {id: id}) WHERE kind = 'claim'
WITH kind, id, day, part, m, c, coalesce(m, c) AS n
CALL (n) {
  MATCH (n)-[w:HAS_PARTICIPANT|MADE_BY]->(x:Actor)
  WHERE x.id <> $actor AND coalesce(w.status, 'attended') <> 'absent'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS others
}
CALL (n) {
  MATCH (n)-[r:REPORTED_IN|HAS_PARTICIPANT]->(y)
  WHERE type(r) = 'REPORTED_IN' OR (y.id = $actor AND (r.quote IS NOT NULL OR r.source = r.file))
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN n.date_text AS date, kind, m.status AS status, part, m {.id, .title} AS meeting, c {.id, .text} AS claim,
       others AS with, evidence
ORDER BY day IS NULL, day, kind DESC, id
LIMIT $limit
