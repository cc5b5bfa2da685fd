// @ask   actors
// @parm  kind string
// @return name text  x
MATCH (a:Actor {kind: $kind})
SET a.x = 1
RETURN a.name AS nam
// refused: 1: has no title
