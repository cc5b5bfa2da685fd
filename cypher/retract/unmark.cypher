// Delete what is known of retractions.
UNWIND $rows AS row
MATCH (n:Retraction {id: row.id})
DELETE n
