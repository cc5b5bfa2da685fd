// What files have decided of one entity: under which ids it was recorded too, and what it is not; and of a loaded file
// what it decides itself.
MATCH (d:Decision)-[:DECIDED_IN]->(f:Source)
WHERE (d.kind = $kind AND $id IN d.entities) OR ($kind = 'source' AND f.id = $id)
RETURN d.verdict AS verdict, d.kind AS kind, d.ids AS ids, d.why AS why, f.id AS file, f.title AS title
ORDER BY verdict DESC, file, kind, ids
