// Note that a load is under way, and of which files, so that one that is cut off can be told.
UNWIND $rows AS row
MERGE (d:Dataset {id: 'dataset'})
SET d.writing = row.writing, d.unfinished = row.unfinished
