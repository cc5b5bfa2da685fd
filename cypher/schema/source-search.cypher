// Made of explorer/model.py by `make generate`.
CREATE FULLTEXT INDEX source_search IF NOT EXISTS FOR (n:Source) ON EACH [n.search]
