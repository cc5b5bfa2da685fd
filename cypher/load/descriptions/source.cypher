// What files other than these say of the own fields of some Sources, in the order in which the files were loaded.
UNWIND $ids AS id
MATCH (n:Source {id: id})-[d:DESCRIBED_IN]->(f:Source)
WHERE NOT d.file IN $files
RETURN id, d.key AS key, d.file AS file, d.record AS record, f.position AS position
ORDER BY id, position, file
