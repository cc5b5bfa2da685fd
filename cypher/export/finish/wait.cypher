// Wait until all indexes can be asked. For Neo4j only.
CALL db.awaitIndexes(3600)
