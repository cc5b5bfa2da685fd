// Sources that mention an actor
//
// Sources that say anything of the actor: that it was in a meeting or was to be, that it made a claim, was addressed or
// is spoken of, that it holds an office; with what they say and in which words. A source that reports a meeting or a
// claim counts, too, where only the editor of a file names the actor. The most recently published come first.
//
// @theme  Sources and evidence 435
// @related 2
// @none   No source that mentions {actor} is recorded
// @ask    which sources mention {actor}
// @ask    sources that mention {actor}
// @ask    who reports on {actor}
// @ask    articles on {actor}
// @ask    sources about {actor}
// @param  actor     actor          a person, state, organization or group
// @param  limit     integer = 100  most rows
// @return source    source         the source
// @return kind      string         what kind of source it is
// @return published date           when it was published
// @return meetings  meeting list   the meetings of the actor that it reports
// @return claims    claim list     the claims by the actor, to it or about it
// @return bodies    actor list     where the actor holds an office, who holds one in it, and what is part of what
// @return evidence  evidence list  the source's words
CALL () {
  MATCH (:Actor {id: $actor})<-[r:HAS_PARTICIPANT]-(m:Meeting)
  WHERE r.source <> r.file
  RETURN r.source AS source, m.id AS meeting, null AS claim, null AS body
  UNION
  MATCH (:Actor {id: $actor})<-[r:HAS_PARTICIPANT]-(m:Meeting)
  WHERE r.source = r.file
  MATCH (m)-[w:REPORTED_IN]->(:Source)
  RETURN w.source AS source, m.id AS meeting, null AS claim, null AS body
  UNION
  MATCH (:Actor {id: $actor})<-[r:MADE_BY|ADDRESSED_TO|ABOUT]-(c:Claim)
  WHERE r.source <> r.file
  RETURN r.source AS source, null AS meeting, c.id AS claim, null AS body
  UNION
  MATCH (:Actor {id: $actor})<-[r:MADE_BY|ADDRESSED_TO|ABOUT]-(c:Claim)
  WHERE r.source = r.file
  MATCH (c)-[w:REPORTED_IN]->(:Source)
  RETURN w.source AS source, null AS meeting, c.id AS claim, null AS body
  UNION
  MATCH (:Actor {id: $actor})-[r:AFFILIATED_WITH|PART_OF]-(o:Actor)
  WHERE r.source <> r.file
  RETURN r.source AS source, null AS meeting, null AS claim, o.id AS body
}
WITH source, collect(meeting) AS met, collect(claim) AS told, collect(body) AS held
MATCH (s:Source {id: source})
WHERE coalesce(s.kind, '') <> 'dossier'
WITH s {.id, .title, .kind} AS said, s.published AS published, met, told, held
ORDER BY published IS NULL, published DESC, said.id
LIMIT $limit
CALL (met) {
  UNWIND met AS id
  MATCH (m:Meeting {id: id})
  RETURN collect(m {.id, .title}) AS meetings
}
CALL (told) {
  UNWIND told AS id
  MATCH (c:Claim {id: id})
  RETURN collect(c {.id, .text}) AS claims
}
CALL (held) {
  UNWIND held AS id
  MATCH (o:Actor {id: id})
  RETURN collect(o {.id, .name, .kind}) AS bodies
}
CALL (said, met) {
  UNWIND met AS id
  MATCH (m:Meeting {id: id})
  MATCH (m)-[r:REPORTED_IN|HAS_PARTICIPANT]->(x)
  WHERE r.source = said.id AND (type(r) = 'REPORTED_IN' OR (x.id = $actor AND r.quote IS NOT NULL))
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS of_meetings
}
CALL (said, told) {
  UNWIND told AS id
  MATCH (c:Claim {id: id})
  MATCH (c)-[r:REPORTED_IN]->(:Source)
  WHERE r.source = said.id
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS of_claims
}
CALL (said) {
  MATCH (:Actor {id: $actor})-[r:AFFILIATED_WITH|PART_OF]-(:Actor)
  WHERE r.source = said.id
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS of_offices
}
RETURN {id: said.id, title: said.title} AS source, said.kind AS kind, published, meetings, claims, bodies,
       of_meetings + of_claims + of_offices AS evidence
ORDER BY published IS NULL, published DESC, said.id
LIMIT $limit
