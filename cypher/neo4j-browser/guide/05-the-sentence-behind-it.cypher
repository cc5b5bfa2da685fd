// The sentence behind it
//
// Every fact is reported by a source. Click an arrow: its property quote is what the source says, word for word. Here
// as a table, since a table has room for sentences.
MATCH (meeting:Meeting {id: $meeting})-[report:REPORTED_IN]->(source:Source)
RETURN source.title AS source, report.quote AS quote, report.date_text AS date, report.place AS place
