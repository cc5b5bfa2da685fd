// Titles of files that were loaded when spellings and searched words had an earlier form than $form, at most three.
MATCH (f:Source {kind: 'dossier'})
WHERE coalesce(f.form, 0) < $form
RETURN f.title AS title
ORDER BY title
LIMIT 3
