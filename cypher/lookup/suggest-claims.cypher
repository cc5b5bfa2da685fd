// Claims whose words, normalized, hold $first, $second and $third: 60 of them. Not sorted, so that a word that is
// everywhere costs no more than a rare one: where more match, these are the first that the graph holds. The embedded
// engine stops at a limit only if it is a number.
// Made of explorer/model.py by `make generate`.
MATCH (e:Claim) WHERE e.search CONTAINS $first AND e.search CONTAINS $second AND e.search CONTAINS $third
RETURN e.id AS id, e.text AS name, e.date_text AS who LIMIT 60
