// All that some sources say, with the ids under which it was said.
MATCH (a)-[r]->(b)
WHERE coalesce(r.said_source, r.source) IN $ids
%said%
