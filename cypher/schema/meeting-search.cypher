CREATE FULLTEXT INDEX meeting_search IF NOT EXISTS FOR (n:Meeting) ON EACH [n.search]
