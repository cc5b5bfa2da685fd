// The meetings that were a part of this one, in the order of time.
MATCH (w:Meeting)-[:PART_OF]->(:Meeting {id: $id})
WITH DISTINCT w
RETURN w.date_text AS date, w {.id, .title} AS meeting, w.status AS status
ORDER BY w.date IS NULL, w.date, w.id
LIMIT 50
