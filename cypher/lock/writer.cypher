// Who alone may write. Held in a transaction that is never committed, so that it ends with whoever holds it; meanwhile
// another one waits here. For Neo4j only.
MERGE (d:Dataset {id: 'writer'})
