// The nodes with these ids, and what hangs between them: the end of a question's drawing form, for Neo4j Browser. The
// question itself gives the lists.
CALL (actors, meetings, claims, sources, places, topics) {
  MATCH (n:Meeting) WHERE n.id IN meetings RETURN n
  UNION
  MATCH (n:Actor) WHERE n.id IN actors RETURN n
  UNION
  MATCH (n:Claim) WHERE n.id IN claims RETURN n
  UNION
  MATCH (n:Source) WHERE n.id IN sources RETURN n
  UNION
  MATCH (n:Place) WHERE n.id IN places RETURN n
  UNION
  MATCH (n:Topic) WHERE n.id IN topics RETURN n
}
WITH n
LIMIT 300 // as many as Browser draws at first
WITH collect(n) AS nodes
UNWIND nodes AS node
OPTIONAL MATCH (node)-[link]->(other)
WHERE other IN nodes AND type(link) <> 'DESCRIBED_IN' // who gave a name or a description: no part of the answer
RETURN node, link, other
