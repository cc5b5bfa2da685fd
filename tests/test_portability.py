"""What a question may well say, though it looks like something that one engine lacks."""

from __future__ import annotations

import pytest
from conftest import SAMPLE

from explorer.catalogue.query_checks import Given, faults
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.statements import Statement

SOUND = [
    "MATCH (a:Actor) RETURN (a.one + 1) * 2 AS n",
    "MATCH (a:Actor) RETURN ((a.one) - 1) * size(a.aliases) + 2 AS n",
    "MATCH (a:Actor) WITH collect(a.id) AS ids, count(*) + 1 AS n RETURN n + size(ids) AS n",
    "MATCH (a:Actor)-[:PART_OF*1..6]->(b:Actor) RETURN b.id AS n",
    "MATCH (a:Actor)-[r:PART_OF|AFFILIATED_WITH*..3]->(b:Actor) RETURN size(r) AS n",
    "MATCH (a:Actor)-[:PART_OF*2]->(b:Actor) RETURN b {.id, .name} AS n",
    "MATCH (a:Actor) WHERE any(x IN a.aliases WHERE x = 'one') AND all(x IN a.aliases WHERE x <> '') RETURN a.id AS n",
    "MATCH p = (a:Actor)-[:PART_OF]->(b) RETURN [x IN nodes(p) | x.id] AS n",
    "MATCH (a:Actor) WITH a.id AS a RETURN a AS n",
    "MATCH (a:Actor)-[r:PART_OF]->(b) RETURN type(r) AS n",
    "MATCH (a:Actor) RETURN DISTINCT a.id AS n ORDER BY a.id, n DESC",
    "MATCH (a:Actor) RETURN DISTINCT a {.id, .name} AS n ORDER BY toLower(n.name), n IS NULL",
    "MATCH (a:Actor) WHERE a.name STARTS WITH 'A' WITH DISTINCT a ORDER BY a.id LIMIT 3 RETURN a.id AS n",
    "MATCH (a:Actor) WHERE COUNT { (a)--() } > 1 AND EXISTS { (a)<-[:MADE_BY]-(:Claim) } RETURN a.id AS n",
    "MATCH (a:Actor) CALL (a) { MATCH (a)<-[:MADE_BY]-(c:Claim) RETURN collect(c.id) AS ids } RETURN ids AS n",
    "MATCH (a:Actor) RETURN {type: 'x', label: a.id} AS n",
    "UNWIND range(1, 3) AS i RETURN [1, 2, 3][(i - 1) * 1] AS n",
]


@pytest.mark.parametrize("statement", SOUND)
def test_what_every_engine_knows_is_not_refused(statement: str) -> None:
    text = f"{statement}\nLIMIT $limit"
    assert list(faults(Given(text, {"limit": 1}, [(1, "n")]))) == []


def test_every_engine_knows_it(graph: Graph) -> None:
    load(graph, [SAMPLE])
    for statement in SOUND:
        graph.read(Statement("sound", f"{statement}\nLIMIT $limit"), {"limit": 1}, timeout=20)
