// How much the graph holds. Files that were loaded are not counted as sources.
// Made of explorer/model.py by `make generate`.
CALL () { MATCH (n:Actor) RETURN count(n) AS actors }
CALL () { MATCH (n:Meeting) RETURN count(n) AS meetings }
CALL () { MATCH (n:Claim) RETURN count(n) AS claims }
CALL () { MATCH (n:Place) RETURN count(n) AS places }
CALL () { MATCH (n:Topic) RETURN count(n) AS topics }
CALL () { MATCH (n:Source) WHERE n.kind IS NULL OR n.kind <> 'dossier' RETURN count(n) AS sources }
CALL () { MATCH ()-[r:REPORTED_IN]->() RETURN count(r) AS reports }
RETURN actors, meetings, claims, sources, places, topics, reports
