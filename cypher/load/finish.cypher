// Note that the data have changed, and that no load is under way.
UNWIND $rows AS row
MERGE (d:Dataset {id: 'dataset'})
SET d.version = row.version, d.changed = row.changed
REMOVE d.writing
