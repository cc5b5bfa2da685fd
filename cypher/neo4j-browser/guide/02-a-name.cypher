// A name
//
// Every spelling leads to its actor: names and aliases are kept folded, without case, accents and foreign script.
MATCH (name:Name)-[names:NAMES]->(actor:Actor {id: $actor})
RETURN name, names, actor
