// What bears the whole names in $rows, each {id}: under which id, and in which file; whether it is a place's country.
UNWIND $rows AS row
MATCH (n:Name {id: row.id})-[r:NAMES]->(e)
WHERE r.whole
RETURN n.id AS spelling, labels(e) AS labels, coalesce(r.said_end, e.id) AS id, e.name AS name, e.kind AS kind,
  r.file AS file, EXISTS { (e)<-[:IN_COUNTRY]-(:Place) } AS is_country
ORDER BY spelling, id, file
