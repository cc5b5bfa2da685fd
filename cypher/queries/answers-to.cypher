// Who responded to whom
//
// Claims that answer, contradict or support what somebody else had said, newest first, each beside what it responds to,
// and who says that the two are related: a source, or the editor of a file. Of two that contradict each other the later
// one is the response.
//
// @theme  Claims 375
// @none   No response is recorded
// @counts response
// @ask    did {actor} respond to {other}
// @ask    how did {actor} respond to {other}
// @ask    responses of {actor} to {other}
// @ask    who responded to {other}
// @ask    responses to claims by {other}
// @ask    responses to the claims of {other}
// @ask    to whom did {actor} respond
// @ask    responses to the claim {claim}
// @param  actor          actor = null                   who responded, or for whom it was said
// @param  other          actor = null                   to whom, or to what was said on its behalf
// @param  claim          claim = null                   to this claim
// @param  since          date = null                    first day to include; empty for no beginning
// @param  until          date last = null               last day to include; empty for no end
// @param  limit          integer = 100                  most rows
// @return date           date                           when the response was said
// @return relation       string                         answers, contradicts or supports
// @return claim          claim                          the response
// @return speaker        actor list                     who said it, or for whom
// @return jointly        boolean                        yes where a source has them say it together
// @return evidence       evidence list                  sources and their words
// @return other_date     date beside date               when the other was said
// @return other_claim    claim beside claim             what it responds to
// @return other_speaker  actor list beside speaker      who said it, or for whom
// @return other_jointly  boolean beside jointly         yes where a source has them say it together
// @return other_evidence evidence list beside evidence  sources and their words
// @return said_by        evidence list                  who says that the two are related
CALL () {
  MATCH (c:Claim)-[r:ANSWERS|SUPPORTS]->(d:Claim)
  RETURN DISTINCT CASE type(r) WHEN 'ANSWERS' THEN 'answers' ELSE 'supports' END AS relation, type(r) AS type,
         c.id AS id, d.id AS other
  UNION ALL
  MATCH (c:Claim)-[:CONTRADICTS]-(d:Claim)
  WHERE c.date > d.date OR c.date IS NULL OR d.date IS NULL OR (c.date = d.date AND c.id > d.id)
  RETURN DISTINCT 'contradicts' AS relation, 'CONTRADICTS' AS type, c.id AS id, d.id AS other
}
MATCH (c:Claim {id: id})
MATCH (d:Claim {id: other})
WHERE ($claim IS NULL OR d.id = $claim)
  AND ($actor IS NULL OR EXISTS { (c)-[:MADE_BY]->(:Actor {id: $actor}) })
  AND ($other IS NULL OR EXISTS { (d)-[:MADE_BY]->(:Actor {id: $other}) })
  AND ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
  AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
WITH c, d, relation, type
ORDER BY c.date IS NULL, c.date DESC, c.id, d.id, relation
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
CALL (c, d, type) {
  MATCH (c)-[r:ANSWERS|SUPPORTS|CONTRADICTS]-(d)
  WHERE type(r) = type AND (type = 'CONTRADICTS' OR startNode(r).id = c.id)
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS said_by
}
RETURN c.date_text AS date, relation, c {.id, .text} AS claim, speaker, CASE WHEN joint > 0 THEN true END AS jointly,
       evidence, d.date_text AS other_date, d {.id, .text} AS other_claim, other_speaker,
       CASE WHEN other_joint > 0 THEN true END AS other_jointly, other_evidence, said_by
ORDER BY c.date IS NULL, c.date DESC, c.id, d.id, relation
LIMIT $limit
