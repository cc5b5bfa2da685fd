// A name
//
// Every spelling leads to its actor. Names and aliases are kept normalized: no capitals, accents or foreign script.
MATCH (name:Name)-[names:NAMES]->(actor:Actor {id: $actor})
RETURN name, names, actor
