// Titles, dates and status of some meetings, for a timeline.
UNWIND $ids AS id
MATCH (m:Meeting {id: id})
RETURN id, m.title AS label, m.date AS first, m.date_end AS last, m.date_text AS date_text,
       coalesce(m.status, 'held') AS status
