// Made of explorer/model.py by `make generate`.
CREATE FULLTEXT INDEX meeting_search IF NOT EXISTS FOR (n:Meeting) ON EACH [n.search]
