// What some entities keep although no file that is left gives it.
UNWIND $rows AS row
MATCH (n:%labels% {id: row.at})
WHERE row.label IN labels(n)
RETURN
  CASE WHEN row.label IN [%having%] THEN n.%field% END AS %field%,
  row.label AS label, row.id AS id
