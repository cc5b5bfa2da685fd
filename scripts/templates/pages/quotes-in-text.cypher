// What the quotes in one stretch of a source's text support: where each begins and ends, and whose ground it is.
CALL () {
%branches%
}
RETURN DISTINCT start, stop, kind, id, title
ORDER BY start, stop, title, kind, id
LIMIT $limit
