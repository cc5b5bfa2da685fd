"""The keys by which a graph knows what it was told stay what they are, so that graphs loaded long ago are recognised.

stable_keys/keys.txt has a line for each relationship of the dossier beside it. Where a change of the program would give
one of them another key, loading the same file again would delete it and write it anew.
"""

from __future__ import annotations

from pathlib import Path

from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.statements import Statement

FOLDER = Path(__file__).parent / "stable_keys"
_KEYS = Statement(
    "test/keys",
    "MATCH (a)-[r]->(b) RETURN r.key AS key, type(r) AS type, a.id AS start, b.id AS end, r.source AS source",
)


def test_each_relationship_has_the_key_that_it_always_had(graph: Graph) -> None:
    load(graph, [FOLDER / "talks.yaml"])
    rows = graph.read(_KEYS).rows
    keys = [f"{row['key']} {row['type']} {row['start']} > {row['end']} by {row['source']}" for row in rows]
    written = (FOLDER / "keys.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(keys) == sorted(written)
