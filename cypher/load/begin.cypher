// Note that a load is under way, so that one that is cut off can be told.
UNWIND $rows AS row
MERGE (d:Dataset {id: 'dataset'})
SET d.writing = row.writing
