// What some entities keep although no file that is left gives it.
// Made of explorer/model.py by `make generate`.
UNWIND $rows AS row
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: row.at})
WHERE row.label IN labels(n)
RETURN
  CASE WHEN row.label IN ['Source', 'Meeting'] THEN n.title END AS title,
  CASE WHEN row.label IN ['Source', 'Claim'] THEN n.text END AS text,
  CASE WHEN row.label IN ['Place', 'Topic', 'Actor'] THEN n.name END AS name,
  CASE WHEN row.label IN ['Actor'] THEN n.kind END AS kind,
  row.label AS label, row.id AS id
