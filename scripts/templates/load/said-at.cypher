// All reports that name some places, with the ids under which they were said.
MATCH (a)-[r:REPORTED_IN]->(b:Source)
WHERE coalesce(r.said_place, r.place) IN $ids
%said%
