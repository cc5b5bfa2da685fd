// Who an actor met and how often, the most frequent first: who-met without the meetings, for the very busy.
MATCH (:Actor {id: $id})<-[p:HAS_PARTICIPANT]-(m:Meeting)-[q:HAS_PARTICIPANT]->(x:Actor)
WHERE x.id <> $id AND coalesce(p.status, 'attended') = 'attended' AND coalesce(q.status, 'attended') = 'attended'
  AND coalesce(m.status, 'held') = 'held'
WITH x, count(DISTINCT m) AS times
ORDER BY times DESC, x.id
LIMIT 11
RETURN x {.id, .name, .kind} AS who, times
ORDER BY times DESC, x.id
LIMIT 11
