// Sources whose title, in small letters, holds $first, $second and $third: 60 of them, not sorted: see meetings. What
// is searched elsewhere holds the whole texts of sources, and would take too long while somebody types.
MATCH (e:Source) WHERE toLower(e.title) CONTAINS $first AND toLower(e.title) CONTAINS $second
  AND toLower(e.title) CONTAINS $third AND coalesce(e.kind, '') <> 'dossier'
RETURN e.id AS id, e.title AS name, e.kind AS who LIMIT 60
