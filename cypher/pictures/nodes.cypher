// What the nodes of a picture are called, what kind they are, and when and whether they took place. Which property is
// the title is said for each: the embedded engine gives every node a name and a title of its own making.
UNWIND $keys AS key
MATCH (n:Actor|Meeting|Claim {id: key.id})
WHERE key.label IN labels(n)
RETURN key.label AS label, key.id AS id, n.kind AS kind,
       CASE key.title WHEN 'name' THEN n.name WHEN 'title' THEN n.title ELSE n.text END AS title,
       n.date_text AS date, n.status AS status
