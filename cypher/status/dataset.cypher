// The version of the data, when it last changed, and whether a load is under way, and of which files.
MATCH (d:Dataset {id: 'dataset'})
RETURN d.version AS version, d.changed AS changed, d.writing AS writing, d.unfinished AS unfinished
