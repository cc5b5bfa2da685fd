// What files have decided: which ids are the same entity, and which are different ones. Of what a decision speaks now
// stands in `entities`.
MATCH (d:Decision)-[r:DECIDED_IN]->(f:Source)
RETURN d.id AS id, d.verdict AS verdict, d.kind AS kind, d.ids AS ids, d.why AS why, d.entities AS entities,
       f.id AS file
ORDER BY id
