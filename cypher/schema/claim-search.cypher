// Made of explorer/model.py by `make generate`.
CREATE FULLTEXT INDEX claim_search IF NOT EXISTS FOR (n:Claim) ON EACH [n.search]
