// The fields of one topic.
MATCH (t:Topic {id: $id})
RETURN t.id AS id, t.name AS name, t.aliases AS aliases
