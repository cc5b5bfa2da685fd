// What a source says
//
// Everything that rests on one source, each with the source's own words: meetings and who it names there,
// claims and their speakers, special parts taken in a meeting, offices, and which claims contradict each
// other. For a file (a dossier) it is what its editor says and no source.
//
// @theme  Sources and evidence 440
// @related 1
// @none   Nothing is recorded from {source}
// @ask    what does the source {source} say
// @ask    what does {source} say
// @ask    what rests on the source {source}
// @ask    everything from the source {source}
// @ask    what do we know from {source}
// @ask    meetings and claims reported in {source}
// @ask    what is said in the source {source}
// @param  source      source              a source, by words of its title or by its id
// @param  limit       integer = 100       most rows
// @return kind        string              meeting, claim, participant, office, part or contradiction
// @return date        date                when, as the graph has it
// @return meeting     meeting             the meeting, or empty
// @return claim       claim               the claim, or empty
// @return actor       actor               the participant or the holder of the office, or empty
// @return role        string              the role or office
// @return other       actor               where the office is, or what the actor is a part of
// @return other_claim claim beside claim  the claim that is contradicted
// @return who         actor list          participants of the meeting or speakers of the claim, by this source
// @return jointly     boolean             yes where the source has the speakers say it together
// @return evidence    evidence list       the source's words
CALL () {
  MATCH (m:Meeting)-[:REPORTED_IN]->(:Source {id: $source})
  WITH DISTINCT m.id AS id, m.date AS day
  ORDER BY day IS NULL, day DESC, id
  LIMIT $limit
  RETURN 'meeting' AS kind, 1 AS rank, day, id, null AS actor, null AS other, null AS role
  UNION
  MATCH (c:Claim)-[:REPORTED_IN]->(:Source {id: $source})
  WITH DISTINCT c.id AS id, c.date AS day
  ORDER BY day IS NULL, day DESC, id
  LIMIT $limit
  RETURN 'claim' AS kind, 2 AS rank, day, id, null AS actor, null AS other, null AS role
  UNION
  MATCH (m:Meeting)-[r:HAS_PARTICIPANT {source: $source}]->(a:Actor)
  WHERE r.role IS NOT NULL OR r.status <> 'attended' OR r.quote IS NOT NULL
        OR NOT EXISTS { (m)-[:REPORTED_IN]->(:Source {id: $source}) }
  RETURN 'participant' AS kind, 3 AS rank, m.date AS day, m.id AS id, a.id AS actor, null AS other,
         coalesce(r.role, CASE r.status WHEN 'attended' THEN null ELSE r.status END) AS role
  UNION
  MATCH (a:Actor)-[r:AFFILIATED_WITH {source: $source}]->(o:Actor)
  RETURN 'office' AS kind, 4 AS rank, null AS day, null AS id, a.id AS actor, o.id AS other, r.role AS role
  UNION
  MATCH (a:Actor)-[r:PART_OF {source: $source}]->(o:Actor)
  RETURN 'part' AS kind, 5 AS rank, null AS day, null AS id, a.id AS actor, o.id AS other, null AS role
  UNION
  MATCH (c:Claim)-[r:CONTRADICTS {source: $source}]->(d:Claim)
  RETURN 'contradiction' AS kind, 6 AS rank, c.date AS day, c.id AS id, null AS actor, d.id AS other,
         null AS role
}
WITH kind, rank, day, id, actor, other, role
ORDER BY rank, day IS NULL, day DESC, id, actor, other, role IS NULL, role
LIMIT $limit
MATCH (s:Source {id: $source})
// Its title and kind, and not the source itself: the embedded engine would carry its whole text along in every row.
WITH kind, rank, day, id, actor, other, role, s {.id, .title, .kind} AS said
OPTIONAL MATCH (m:Meeting {id: id}) WHERE rank IN [1, 3]
OPTIONAL MATCH (c:Claim {id: id}) WHERE rank IN [2, 6]
OPTIONAL MATCH (a:Actor {id: actor})
OPTIONAL MATCH (o:Actor {id: other}) WHERE rank IN [4, 5]
OPTIONAL MATCH (d:Claim {id: other}) WHERE rank = 6
WITH kind, rank, day, id, actor, other, role, said, m, c, a, o, d, coalesce(m, c) AS n
CALL (n, rank) {
  MATCH (n)-[w:HAS_PARTICIPANT|MADE_BY {source: $source}]->(x:Actor)
  WHERE rank < 3 AND coalesce(w.status, 'attended') <> 'absent'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS who, count(w.jointly) AS joint
}
CALL (n, said, rank) {
  MATCH (n)-[r:REPORTED_IN]->(:Source {id: $source})
  WHERE rank < 3
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS reports
}
CALL (m, a, said, role) {
  MATCH (m)-[r:HAS_PARTICIPANT {source: $source}]->(a)
  WHERE coalesce(r.role, CASE r.status WHEN 'attended' THEN null ELSE r.status END, '') = coalesce(role, '')
  // One without words of its own leans on what is quoted of the meeting.
  OPTIONAL MATCH (m)-[w:REPORTED_IN]->(:Source {id: $source})
  WHERE r.quote IS NULL AND w.quote IS NOT NULL
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: coalesce(r.quote, w.quote),
                           start: coalesce(r.quote_start, w.quote_start), end: coalesce(r.quote_end, w.quote_end),
                           page: CASE WHEN w.quote IS NULL THEN r.page ELSE w.page END}) AS parts
}
CALL (a, o, said, role) {
  MATCH (a)-[r:AFFILIATED_WITH|PART_OF {source: $source}]->(o)
  WHERE coalesce(r.role, '') = coalesce(role, '')
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS offices
}
CALL (c, d, said) {
  MATCH (c)-[r:CONTRADICTS {source: $source}]->(d)
  RETURN collect(DISTINCT {source: said.id, title: said.title, kind: said.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS contradictions
}
RETURN kind, n.date_text AS date, m {.id, .title} AS meeting, c {.id, .text} AS claim, a {.id, .name, .kind} AS actor,
       role, o {.id, .name, .kind} AS other, d {.id, .text} AS other_claim, who,
       CASE WHEN joint > 0 THEN true END AS jointly, reports + parts + offices + contradictions AS evidence
ORDER BY rank, day IS NULL, day DESC, id, actor, other, role IS NULL, role
LIMIT $limit
