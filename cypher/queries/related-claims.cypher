// Claims that contradict, support or answer a claim
//
// Every claim that stands in such a relation to this one, oldest first, with its own evidence, and who says
// that the two are related: a source, or the editor of a file.
//
// @theme  Claims 380
// @none   No claim is recorded that contradicts, supports or answers it
// @ask    what contradicts the claim {claim}
// @ask    what supports the claim {claim}
// @ask    what answers the claim {claim}
// @ask    claims related to the claim {claim}
// @ask    replies to the claim {claim}
// @param  claim    claim          a claim, by its words or by its id
// @param  limit    integer = 100  most rows
// @return relation string         how the other claim stands to this one
// @return date     date           when the other was said
// @return claim    claim          the other claim
// @return speaker  actor list     who said it, or for whom
// @return jointly  boolean        yes where a source has them say it together
// @return evidence evidence list  sources and their words
// @return said_by  evidence list  who says that the two are related
CALL () {
  MATCH (c:Claim {id: $claim})-[:CONTRADICTS]-(d:Claim)
  RETURN DISTINCT 'contradicts it' AS relation, 'CONTRADICTS' AS type, d.id AS id
  UNION ALL
  MATCH (c:Claim {id: $claim})<-[:SUPPORTS]-(d:Claim)
  RETURN DISTINCT 'supports it' AS relation, 'SUPPORTS' AS type, d.id AS id
  UNION ALL
  MATCH (c:Claim {id: $claim})-[:SUPPORTS]->(d:Claim)
  RETURN DISTINCT 'is supported by it' AS relation, 'SUPPORTS' AS type, d.id AS id
  UNION ALL
  MATCH (c:Claim {id: $claim})<-[:ANSWERS]-(d:Claim)
  RETURN DISTINCT 'answers it' AS relation, 'ANSWERS' AS type, d.id AS id
  UNION ALL
  MATCH (c:Claim {id: $claim})-[:ANSWERS]->(d:Claim)
  RETURN DISTINCT 'is answered by it' AS relation, 'ANSWERS' AS type, d.id AS id
}
MATCH (c:Claim {id: $claim})
MATCH (d:Claim {id: id})
WITH c, d, relation, type
CALL (d) {
  MATCH (d)-[b:MADE_BY]->(x:Actor)
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS speaker, count(b.jointly) AS joint
}
CALL (d) {
  MATCH (d)-[r:REPORTED_IN]->(s:Source)
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
CALL (c, d, type, relation) {
  MATCH (c)-[r:CONTRADICTS|SUPPORTS|ANSWERS]-(d)
  WHERE type(r) = type
    AND (type = 'CONTRADICTS' OR (startNode(r).id = c.id) = (relation IN ['is supported by it', 'is answered by it']))
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS said_by
}
RETURN relation, d.date_text AS date, d {.id, .text} AS claim, speaker, CASE WHEN joint > 0 THEN true END AS jointly,
       evidence, said_by
ORDER BY d.date IS NULL, d.date, d.id, relation
LIMIT $limit
