// Claims that contradict each other
//
// Pairs of claims that contradict each other, side by side, the earlier first, each with its speaker and
// its own evidence, and who says that they contradict: a source, or the editor of a file. With an actor:
// only pairs of which one side was said by it or is about it; with a topic: only pairs of which one side is
// on it.
//
// @theme  Claims 370
// @example 6
// @none   No claims that contradict each other are recorded
// @counts pair of claims / pairs of claims
// @ask    disputed claims
// @ask    claims that contradict each other
// @ask    what is disputed
// @ask    who contradicts whom
// @ask    who contradicts {actor}
// @ask    contradictory statements
// @ask    which claims are contested
// @ask    disputed claims involving {actor}
// @ask    which claims of {actor} are contested
// @ask    disputed claims on the topic of {topic}
// @param  actor          actor = null                   only what this actor said or what is about it
// @param  topic          topic = null                   only claims on this topic
// @param  limit          integer = 100                  most rows
// @return date           date                           when the earlier was said
// @return claim          claim                          the earlier claim
// @return speaker        actor list                     who said it, or for whom
// @return jointly        boolean                        yes where a source has them say it together
// @return evidence       evidence list                  sources and their words
// @return other_date     date beside date               when the other was said
// @return other_claim    claim beside claim             the other claim
// @return other_speaker  actor list beside speaker      who said it, or for whom
// @return other_jointly  boolean beside jointly         yes where a source has them say it together
// @return other_evidence evidence list beside evidence  sources and their words
// @return said_by        evidence list                  who says that the two contradict each other
MATCH (c:Claim)-[:CONTRADICTS]-(d:Claim)
WHERE CASE WHEN c.date = d.date OR (c.date IS NULL AND d.date IS NULL) THEN c.id < d.id
           ELSE d.date IS NULL OR c.date < d.date END
WITH DISTINCT c, d
WHERE ($actor IS NULL OR EXISTS { (c)-[:MADE_BY|ABOUT]->(:Actor {id: $actor}) }
                      OR EXISTS { (d)-[:MADE_BY|ABOUT]->(:Actor {id: $actor}) })
  AND ($topic IS NULL OR EXISTS { (c)-[:HAS_TOPIC]->(:Topic {id: $topic}) }
                      OR EXISTS { (d)-[:HAS_TOPIC]->(:Topic {id: $topic}) })
WITH c, d
ORDER BY c.date IS NULL, c.date DESC, c.id, d.id
LIMIT $limit
CALL (c) {
  MATCH (c)-[b:MADE_BY]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS speaker, count(b.jointly) AS joint
}
CALL (c) {
  MATCH (c)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
CALL (d) {
  MATCH (d)-[b:MADE_BY]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS other_speaker, count(b.jointly) AS other_joint
}
CALL (d) {
  MATCH (d)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS other_evidence
}
CALL (c, d) {
  MATCH (c)-[r:CONTRADICTS]-(d)
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS said_by
}
RETURN c.date_text AS date, c {.id, .text} AS claim, speaker, CASE WHEN joint > 0 THEN true END AS jointly, evidence,
       d.date_text AS other_date, d {.id, .text} AS other_claim, other_speaker,
       CASE WHEN other_joint > 0 THEN true END AS other_jointly, other_evidence, said_by
ORDER BY c.date IS NULL, c.date DESC, c.id, d.id
LIMIT $limit
