// What was retracted, since when and why.
MATCH (n:Retraction)
RETURN n.id AS id, n.ids AS ids, n.called AS called, n.of_file AS of_file, n.since AS since, n.why AS why,
       n.files AS files, n.fell AS fell, n.described AS described, n.sha256 AS sha256, n.position AS position, n.ended AS ended
ORDER BY since, id
