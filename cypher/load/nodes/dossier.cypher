// Write the Source that stands for a loaded file. Its position, the order of first loading, never changes.
UNWIND $rows AS row
MERGE (n:Source {id: row.id})
SET n += row.properties
