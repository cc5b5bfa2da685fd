  MATCH (n:%start%)-[r:%type%%said%]->(%end%)
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, '%kind%' AS kind, n.id AS id, n.%title% AS title
