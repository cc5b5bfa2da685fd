// Made of explorer/model.py by `make generate`.
CREATE FULLTEXT INDEX actor_search IF NOT EXISTS FOR (n:Actor) ON EACH [n.search]
