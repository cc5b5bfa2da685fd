// Who met both of two actors and how often each: met-both without the meetings, for the very busy.
UNWIND $id AS one
MATCH (:Actor {id: one})<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(x:Actor)
WHERE NOT x.id IN $id AND coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
  AND coalesce(m.status, 'held') = 'held'
WITH one, x, count(DISTINCT m) AS times
WITH x, collect(CASE WHEN one = $id[0] THEN times END) AS firsts, collect(CASE WHEN one = $id[1] THEN times END) AS seconds
WHERE size(firsts) > 0 AND size(seconds) > 0
WITH x, firsts[0] AS times, seconds[0] AS other_times
ORDER BY times + other_times DESC, x.id
LIMIT 11
RETURN x {.id, .name, .kind} AS who, times, other_times
ORDER BY times + other_times DESC, x.id
LIMIT 11
