// Topics by how often they come up
//
// How many meetings and claims each topic has, the most frequent first. With an actor: only the meetings it took part
// in or was invited to, and the claims that it made or that were made on its behalf.
//
// @theme  Meetings 158
// @none   No topic is recorded
// @ask    topics
// @ask    which topics were discussed most
// @ask    most frequent topics
// @ask    topics of {actor}
// @ask    which topics did {actor} discuss
// @ask    topics that {actor} talks about
// @param  actor    actor = null      only of this person, state, organization or group
// @param  since    date = null       first day to include; empty for no beginning
// @param  until    date last = null  last day to include; empty for no end
// @param  limit    integer = 100     most rows
// @return topic    topic             the topic
// @return times    integer           in how many meetings and claims together
// @return meetings integer           in how many meetings
// @return claims   integer           in how many claims
CALL () {
  UNWIND CASE WHEN $actor IS NULL THEN [1] ELSE [] END AS every
  MATCH (m:Meeting)-[:HAS_TOPIC]->(t:Topic)
  WHERE ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
    AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
  RETURN t.id AS topic, m.id AS meeting, null AS claim
  UNION ALL
  UNWIND CASE WHEN $actor IS NULL THEN [1] ELSE [] END AS every
  MATCH (c:Claim)-[:HAS_TOPIC]->(t:Topic)
  WHERE ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
    AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
  RETURN t.id AS topic, null AS meeting, c.id AS claim
  UNION ALL
  MATCH (:Actor {id: $actor})<-[p:HAS_PARTICIPANT]-(m:Meeting)
  WHERE coalesce(p.status, 'attended') <> 'absent'
    AND ($since IS NULL OR m.date_end >= $since OR (m.date_end IS NULL AND m.date IS NOT NULL))
    AND ($until IS NULL OR m.date <= $until OR (m.date IS NULL AND m.date_end IS NOT NULL))
  MATCH (m)-[:HAS_TOPIC]->(t:Topic)
  RETURN t.id AS topic, m.id AS meeting, null AS claim
  UNION ALL
  MATCH (:Actor {id: $actor})<-[:MADE_BY]-(c:Claim)
  WHERE ($since IS NULL OR c.date_end >= $since OR (c.date_end IS NULL AND c.date IS NOT NULL))
    AND ($until IS NULL OR c.date <= $until OR (c.date IS NULL AND c.date_end IS NOT NULL))
  MATCH (c)-[:HAS_TOPIC]->(t:Topic)
  RETURN t.id AS topic, null AS meeting, c.id AS claim
}
WITH topic, count(DISTINCT meeting) AS meetings, count(DISTINCT claim) AS claims
WITH topic, meetings, claims, meetings + claims AS times
ORDER BY times DESC, topic
LIMIT $limit
MATCH (t:Topic {id: topic})
RETURN t {.id, .name} AS topic, times, meetings, claims
ORDER BY times DESC, topic.id
LIMIT $limit
