// The nodes with these ids, and what hangs between them: the end of a question's drawing form, for Neo4j Browser. The
// question itself gives the lists, what it was asked about first, then the ids of each row.
CALL (actors, meetings, claims, sources, places, topics) {
  UNWIND range(0, size(meetings) - 1) AS place MATCH (n:Meeting {id: meetings[place]}) RETURN n, place
  UNION ALL
  UNWIND range(0, size(actors) - 1) AS place MATCH (n:Actor {id: actors[place]}) RETURN n, place
  UNION ALL
  UNWIND range(0, size(claims) - 1) AS place MATCH (n:Claim {id: claims[place]}) RETURN n, place
  UNION ALL
  UNWIND range(0, size(sources) - 1) AS place MATCH (n:Source {id: sources[place]}) RETURN n, place
  UNION ALL
  UNWIND range(0, size(places) - 1) AS place MATCH (n:Place {id: places[place]}) RETURN n, place
  UNION ALL
  UNWIND range(0, size(topics) - 1) AS place MATCH (n:Topic {id: topics[place]}) RETURN n, place
}
WITH n, min(place) AS place
ORDER BY place, labels(n), n.id
LIMIT 300 // as many as Browser draws at first
WITH collect(n) AS nodes
UNWIND nodes AS node
OPTIONAL MATCH (node)-[link]->(other)
WHERE other IN nodes AND type(link) <> 'DESCRIBED_IN' // who gave a name or a description: no part of the answer
RETURN node, link, other
