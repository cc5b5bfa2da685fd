// Lists of aliases that are empty, which the import tool leaves out. For Neo4j only.
// Made of explorer/model.py by `make generate`.
MATCH (n:Actor)
WHERE n.aliases IS NULL
CALL (n) {
  SET n.aliases = []
} IN TRANSACTIONS OF 10000 ROWS
