// Meetings by several conditions at once
//
// Meetings that fulfil every condition that is given, newest first; without any, all meetings. An actor takes part
// itself or, if it is a state, organization or group, through the people and bodies that belong to it, up to four
// steps down; whoever belongs to two of those asked for counts for neither. Planned and cancelled meetings are listed
// too, unless a status is given.
//
// @theme  Meetings 155
// @general
// @none   No such meeting is recorded
// @ask    complete list of meetings
// @ask    latest meetings
// @ask    meetings of {actor} about {topic}
// @ask    meetings in {place} about {topic}
// @ask    did {actor} discuss {topic} with {other}
// @ask    meetings of {actor}, {other} and {third}
// @ask    meetings of {actor} with {other} and {third}
// @ask    meetings of {actor} reported in {source}
// @param  actor          actor = null      who took part
// @param  other          actor = null      who took part as well
// @param  third          actor = null      who took part as well
// @param  place          place = null      only those held there, or in a place that lies in it
// @param  topic          topic = null      only those about this topic
// @param  topics         words = null      only those about a topic in whose name these words stand, such as security
// @param  kind           string = null     words of the kind of meeting: talks, summit, call, ...
// @param  status         string = null     held, planned, cancelled or proposed
// @param  meeting_format string = null     words of how they met: in person, telephone or call, video, ...
// @param  source         source = null     only those that this source reports
// @param  since          date = null       first day to include; empty for no beginning
// @param  until          date last = null  last day to include; empty for no end
// @param  least_sources  integer = null    reported by at least so many sources
// @param  most_sources   integer = null    reported by at most so many sources
// @param  limit          integer = 100     most rows
// @return date           date              when, as precise as its sources
// @return meeting        meeting           the meeting
// @return status         string            held, planned, cancelled or proposed
// @return kind           string            talks, summit, call, ...
// @return format         string            in person, by telephone, ...
// @return place          place list        where
// @return topics         topic list        what it was about
// @return via            actor list        who was there for those asked for, if these were not there themselves
// @return who            actor list        who took part or was invited
// @return evidence       evidence list     sources and their words, on the meeting and on the part of those asked for
CALL () {
  // The topics in whose names all the words stand; a passage without spaces comes as its pairs of letters, ab-bc-.
  UNWIND split($topics, ' ') AS word
  UNWIND CASE WHEN word ENDS WITH '-' THEN [part IN split(word, '-') WHERE part <> '' | part + '-'] ELSE [word] END
    AS part
  MATCH (n:Name {id: part})
  MATCH (n)-[:NAMES]->(t:Topic)
  WITH DISTINCT t
  MATCH (t)<-[:NAMES]-(n:Name)
  WITH t, collect(DISTINCT n.id) AS names
  WHERE all(w IN split($topics, ' ') WHERE
            CASE WHEN w ENDS WITH '-' THEN all(p IN split(w, '-') WHERE p = '' OR (p + '-') IN names)
                 ELSE any(name IN names WHERE (' ' + name + ' ') CONTAINS (' ' + w + ' ')) END)
  RETURN collect(t.id) AS named
}
// One of the conditions gives the meetings to begin with; the others are asked of these.
CALL (named) {
  UNWIND [$actor, $other, $third] AS side
  MATCH (:Actor {id: side})<-[:AFFILIATED_WITH|PART_OF*0..4]-(x:Actor)
  WITH DISTINCT side, x
  WITH x, collect(side) AS sides
  WITH x, CASE WHEN x.id IN [$actor, $other, $third] THEN x.id WHEN size(sides) = 1 THEN sides[0] END AS side
  WHERE side IS NOT NULL
  MATCH (x)<-[p:HAS_PARTICIPANT]-(m:Meeting)
  WHERE coalesce(p.status, 'attended') <> 'absent'
  WITH m, collect(DISTINCT x.id) AS own, collect(DISTINCT side) AS sides,
       collect(DISTINCT CASE WHEN x.id <> side THEN x {.id, .name, .kind} END) AS via
  WHERE ($actor IS NULL OR $actor IN sides) AND ($other IS NULL OR $other IN sides)
    AND ($third IS NULL OR $third IN sides)
  RETURN m.id AS id, own, via
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $other, $third) IS NULL THEN [$source] ELSE [] END AS given
  MATCH (m:Meeting)-[:REPORTED_IN]->(:Source {id: given})
  RETURN DISTINCT m.id AS id, [] AS own, [] AS via
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $other, $third, $source) IS NULL THEN [$topic] ELSE [] END AS given
  MATCH (:Topic {id: given})<-[:HAS_TOPIC]-(m:Meeting)
  RETURN DISTINCT m.id AS id, [] AS own, [] AS via
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $other, $third, $source, $topic) IS NULL THEN named ELSE [] END AS given
  MATCH (:Topic {id: given})<-[:HAS_TOPIC]-(m:Meeting)
  RETURN DISTINCT m.id AS id, [] AS own, [] AS via
  UNION ALL
  UNWIND CASE WHEN coalesce($actor, $other, $third, $source, $topic, $topics) IS NULL THEN [$place] ELSE [] END
    AS given
  MATCH (:Place {id: given})<-[:PART_OF|IN_COUNTRY*0..6]-(:Place)<-[:HELD_AT]-(m:Meeting)
  RETURN DISTINCT m.id AS id, [] AS own, [] AS via
  UNION ALL
  // Of all meetings only those that are shown.
  UNWIND CASE WHEN coalesce($actor, $other, $third, $source, $topic, $topics, $place) IS NULL THEN [1] ELSE [] END
    AS every
  MATCH (m:Meeting)
  WHERE ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
    AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
    AND ($kind IS NULL OR toLower(m.kind) CONTAINS toLower($kind))
    AND ($status IS NULL OR coalesce(m.status, 'held') = toLower($status))
    AND ($meeting_format IS NULL OR any(w IN split(toLower($meeting_format), ' or ') WHERE toLower(m.format) CONTAINS w))
  WITH m, CASE WHEN coalesce($least_sources, $most_sources) IS NOT NULL THEN
       size(reduce(once = [], x IN [(m)-[r:REPORTED_IN]->(:Source) | r.source] |
                   CASE WHEN x IN once THEN once ELSE once + x END)) END AS sources
  WHERE ($least_sources IS NULL OR sources >= $least_sources) AND ($most_sources IS NULL OR sources <= $most_sources)
  WITH m
  ORDER BY m.date IS NULL, m.date DESC, m.id
  LIMIT $limit
  RETURN m.id AS id, [] AS own, [] AS via
}
MATCH (m:Meeting {id: id})
WHERE ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
  AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
  AND ($kind IS NULL OR toLower(m.kind) CONTAINS toLower($kind))
  AND ($status IS NULL OR coalesce(m.status, 'held') = toLower($status))
  AND ($meeting_format IS NULL OR any(w IN split(toLower($meeting_format), ' or ') WHERE toLower(m.format) CONTAINS w))
  AND ($source IS NULL OR EXISTS { (m)-[:REPORTED_IN]->(:Source {id: $source}) })
  AND ($topic IS NULL OR EXISTS { (m)-[:HAS_TOPIC]->(:Topic {id: $topic}) })
  AND ($topics IS NULL OR coalesce($actor, $other, $third, $source, $topic) IS NULL
       OR EXISTS { MATCH (m)-[:HAS_TOPIC]->(t:Topic) WHERE t.id IN named })
  AND ($place IS NULL OR EXISTS { (m)-[:HELD_AT]->(:Place)-[:PART_OF|IN_COUNTRY*0..6]->(:Place {id: $place}) })
WITH m, own, via, CASE WHEN coalesce($least_sources, $most_sources) IS NOT NULL THEN
     size(reduce(once = [], x IN [(m)-[r:REPORTED_IN]->(:Source) | r.source] |
                 CASE WHEN x IN once THEN once ELSE once + x END)) END AS sources
WHERE ($least_sources IS NULL OR sources >= $least_sources) AND ($most_sources IS NULL OR sources <= $most_sources)
WITH m, own, via
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
CALL (m) {
  MATCH (m)-[:HELD_AT]->(p:Place)
  RETURN collect(DISTINCT p {.id, .name}) AS place
}
CALL (m) {
  MATCH (m)-[:HAS_TOPIC]->(t:Topic)
  RETURN collect(DISTINCT t {.id, .name}) AS topics
}
CALL (m) {
  MATCH (m)-[w:HAS_PARTICIPANT]->(x:Actor)
  WHERE coalesce(w.status, 'attended') <> 'absent'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS who
}
CALL (m, own) {
  MATCH (m)-[r:REPORTED_IN|HAS_PARTICIPANT]->(x)
  WHERE type(r) = 'REPORTED_IN' OR (x.id IN own AND (r.quote IS NOT NULL OR r.source = r.file))
  WITH r, r.source AS source
  MATCH (s:Source {id: source})
  RETURN collect(DISTINCT {source: s.id, title: s.title, kind: s.kind, quote: r.quote,
                           start: r.quote_start, end: r.quote_end, page: r.page}) AS evidence
}
RETURN m.date_text AS date, m {.id, .title} AS meeting, m.status AS status, m.kind AS kind, m.format AS format, place,
       topics, via, who, evidence
ORDER BY m.date IS NULL, m.date DESC, m.id
LIMIT $limit
