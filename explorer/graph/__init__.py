"""The engines: a protocol in base.py, Neo4j in bolt.py, the embedded engine in embedded.py; open.py chooses."""
