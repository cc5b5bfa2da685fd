CREATE FULLTEXT INDEX %kind%_search IF NOT EXISTS FOR (n:%label%) ON EACH [n.search]
