// Fails, by dividing by zero, where the database is not one that an export was imported into. For Neo4j only.
RETURN 1 / COUNT { MATCH (d:Dataset {id: 'dataset'}) WHERE d.version IS NOT NULL } AS imported
