// Write Names: normalized spellings, which have nothing but their id.
UNWIND $rows AS row
MERGE (n:Name {id: row.id})
