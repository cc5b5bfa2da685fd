// The first and the last day that a meeting or a claim has.
CALL () { MATCH (m:Meeting) RETURN min(coalesce(m.date, m.date_end)) AS met_first, max(coalesce(m.date_end, m.date)) AS met_last }
CALL () { MATCH (c:Claim) RETURN min(coalesce(c.date, c.date_end)) AS said_first, max(coalesce(c.date_end, c.date)) AS said_last }
RETURN met_first, met_last, said_first, said_last
