// What the quotes in one stretch of a source's text support: where each begins and ends, and whose ground it is.
// Made of explorer/model.py by `make generate`.
CALL () {
  MATCH (n:Meeting)-[r:HAS_PARTICIPANT {source: $id}]->(:Actor)
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'meeting' AS kind, n.id AS id, n.title AS title
  UNION ALL
  MATCH (n:Meeting)-[r:REPORTED_IN]->(:Source {id: $id})
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'meeting' AS kind, n.id AS id, n.title AS title
  UNION ALL
  MATCH (n:Claim)-[r:REPORTED_IN]->(:Source {id: $id})
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'claim' AS kind, n.id AS id, n.text AS title
  UNION ALL
  MATCH (n:Actor)-[r:AFFILIATED_WITH {source: $id}]->(:Actor)
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'actor' AS kind, n.id AS id, n.name AS title
  UNION ALL
  MATCH (n:Place)-[r:SET_ASIDE]->(:Source {id: $id})
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'place' AS kind, n.id AS id, n.name AS title
  UNION ALL
  MATCH (n:Actor)-[r:SET_ASIDE]->(:Source {id: $id})
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'actor' AS kind, n.id AS id, n.name AS title
  UNION ALL
  MATCH (n:Meeting)-[r:SET_ASIDE]->(:Source {id: $id})
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'meeting' AS kind, n.id AS id, n.title AS title
  UNION ALL
  MATCH (n:Claim)-[r:SET_ASIDE]->(:Source {id: $id})
  WHERE r.quote_start < $to AND r.quote_end > $from
  RETURN r.quote_start AS start, r.quote_end AS stop, 'claim' AS kind, n.id AS id, n.text AS title
}
RETURN DISTINCT start, stop, kind, id, title
ORDER BY start, stop, title, kind, id
LIMIT $limit
