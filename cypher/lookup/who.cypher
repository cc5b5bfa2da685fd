// What these actors are, where namesakes have to be told apart: an office, rather one that is still held, and in a state
// rather than in a ministry of it.
UNWIND $ids AS id
MATCH (e:Actor {id: id})
CALL (e) {
  MATCH (e)-[o:AFFILIATED_WITH]->(b:Actor)
  WITH coalesce(o.role + ' of ', '') + b.name AS office, o.until IS NOT NULL AS past, b.kind <> 'state' AS lower,
    o.since AS since
  WHERE office IS NOT NULL
  WITH office AS office, past AS past, lower AS lower, since AS since
  ORDER BY past, lower, since IS NULL, since DESC, office LIMIT 1
  RETURN collect(office) AS offices
}
RETURN e.id AS id, offices[0] AS office
ORDER BY id
