// Note that the data have changed, and which earlier loads are still to be completed: none, or null.
UNWIND $rows AS row
MERGE (d:Dataset {id: 'dataset'})
SET d.version = row.version, d.changed = row.changed, d.writing = row.writing, d.unfinished = row.unfinished
