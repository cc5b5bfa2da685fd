// The nearest meetings before this one of at least two of the same people, with whom they share.
// Whoever shares two of them shares one who is not the busiest, so the busiest one's meetings are not gone through;
// of the others' the 2000 that are nearest in time. Of very many people the 300 who are in the fewest meetings are taken.
MATCH (m:Meeting {id: $id})-[p:HAS_PARTICIPANT]->(a:Actor)
WHERE coalesce(p.status, 'attended') <> 'absent' AND m.date IS NOT NULL
WITH DISTINCT m, a, COUNT { (a)<-[:HAS_PARTICIPANT]-() } AS degree
WHERE degree > 1
WITH m, a, degree
ORDER BY degree, a.id
LIMIT 300
WITH m, collect(a.id) AS people
UNWIND people[0..size(people) - 1] AS one
MATCH (:Actor {id: one})<-[p:HAS_PARTICIPANT]-(n:Meeting)
WHERE n.date < m.date AND n.id <> m.id AND coalesce(p.status, 'attended') <> 'absent'
WITH DISTINCT n, people
ORDER BY n.date DESC, n.id
LIMIT 2000
MATCH (n)-[q:HAS_PARTICIPANT]->(x:Actor)
WHERE x.id IN people AND coalesce(q.status, 'attended') <> 'absent'
WITH n, count(DISTINCT x) AS shared
WHERE shared > 1
WITH n
ORDER BY n.date DESC, n.id
LIMIT 3
CALL (n) {
  MATCH (:Meeting {id: $id})-[p:HAS_PARTICIPANT]->(x:Actor)<-[q:HAS_PARTICIPANT]-(n)
  WHERE coalesce(p.status, 'attended') <> 'absent' AND coalesce(q.status, 'attended') <> 'absent'
  RETURN collect(DISTINCT x {.id, .name, .kind}) AS shared
}
RETURN n.date_text AS date, n {.id, .title} AS meeting, n.status AS status, shared
ORDER BY n.date DESC, n.id
LIMIT 3
