// How much the graph holds. Files that were loaded are not counted as sources.
CALL () { MATCH (n:%label%) RETURN count(n) AS %plural% }
CALL () { MATCH (n:Source) WHERE n.kind IS NULL OR n.kind <> 'dossier' RETURN count(n) AS sources }
CALL () { MATCH ()-[r:REPORTED_IN]->() RETURN count(r) AS reports }
RETURN %plurals%, reports
