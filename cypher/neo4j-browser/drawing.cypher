// The nodes with these ids, and what hangs between them: the end of a question's drawing form, for Neo4j Browser. The
// question itself gives the ids by label, of what it was asked about first, then of each row.
UNWIND kinds AS kind
UNWIND range(0, size(kind.ids) - 1) AS place
MATCH (n:Source|Place|Topic|Actor|Meeting|Claim {id: kind.ids[place]})
WHERE kind.label IN labels(n)
WITH n, min(place) AS place
ORDER BY place, labels(n), n.id
LIMIT 300 // as many as Browser draws at first
WITH collect(n) AS nodes
UNWIND nodes AS node
OPTIONAL MATCH (node)-[link]->(other)
WHERE other IN nodes AND type(link) <> 'DESCRIBED_IN' // who gave a name or a description: no part of the answer
RETURN node, link, other
