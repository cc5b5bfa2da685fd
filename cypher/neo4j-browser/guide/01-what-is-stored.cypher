// What is stored
//
// The kinds of things in the graph, and how they hang together. A meeting is an event of its own that has participants,
// and a claim is a sentence that somebody is said to have uttered. Name nodes are how spellings are found; Dataset holds
// the version of the data.
CALL db.schema.visualization()
