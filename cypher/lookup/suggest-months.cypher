// The first and the last day of the meetings, nulls where none has a day.
CALL () { MATCH (m:Meeting) RETURN min(m.date) AS first }
CALL () { MATCH (m:Meeting) RETURN max(m.date) AS last }
RETURN first AS first, last AS last
