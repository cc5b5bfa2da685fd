"""The graph as files: a whole graph comes in, what Neo4j's import tool reads goes out."""
