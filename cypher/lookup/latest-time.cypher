// When something last happened on a day of a month, $day as `-01-21`; in a month, $month as `-01`; and at all. Nulls for
// never.
CALL () {
  MATCH (e:Meeting) WHERE e.date IS NOT NULL
  RETURN max(CASE WHEN toString(e.date) ENDS WITH $day THEN e.date END) AS on_day,
    max(CASE WHEN e.month ENDS WITH $month THEN e.date END) AS in_month, max(e.date) AS latest
  UNION ALL
  MATCH (e:Claim) WHERE e.date IS NOT NULL
  RETURN max(CASE WHEN toString(e.date) ENDS WITH $day THEN e.date END) AS on_day,
    max(CASE WHEN e.month ENDS WITH $month THEN e.date END) AS in_month, max(e.date) AS latest
}
RETURN max(on_day) AS on_day, max(in_month) AS in_month, max(latest) AS latest
