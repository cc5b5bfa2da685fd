// The loaded files, in the order in which they were first loaded.
MATCH (f:Source {kind: 'dossier'})
RETURN f.id AS id, f.title AS title, f.sha256 AS sha256, f.loaded AS loaded, f.position AS position, f.form AS form
ORDER BY position, id
