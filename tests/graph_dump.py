"""A graph comes in; all that it says goes out, to be compared with what another graph says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import Summary, load
from explorer.statements import Statement

_NODES = Statement("test/nodes", "MATCH (n) RETURN labels(n) AS labels, properties(n) AS own")
_RELATIONS = Statement(
    "test/relations", "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS start_id, b.id AS end_id, properties(r) AS own"
)
#: When and in which order files were loaded, which differs without the graph saying anything else.
_PASSING = ("loaded", "changed", "position", "version")
#: The embedded engine gives every node a title, and nodes and relationships a type.
_TITLED = ("Meeting", "Source")

Dump = tuple[list[Any], list[Any]]


def dump(graph: Graph) -> Dump:
    """All nodes and relationships with all their properties, but those that are passing, and what retractions note."""
    if isinstance(graph, EmbeddedGraph):
        graph = graph.or_empty()
    nodes = []
    for row in graph.read(_NODES).rows:
        if row["labels"] == ["Retraction"]:
            continue
        own = {name: value for name, value in row["own"].items() if name not in (*_PASSING, "type")}
        if not set(_TITLED) & set(row["labels"]):
            own.pop("title", None)
        nodes.append((sorted(row["labels"]), sorted(own.items())))
    relations = []
    for row in graph.read(_RELATIONS).rows:
        own = {name: value for name, value in row["own"].items() if name != "type"}
        relations.append((row["type"], row["start_id"], row["end_id"], sorted(own.items())))
    return sorted(nodes, key=str), sorted(relations, key=str)


def content(graph: Graph) -> Dump:
    """All that the graph holds, also what is passing."""
    nodes = [(sorted(row["labels"]), sorted(row["own"].items())) for row in graph.read(_NODES).rows]
    relations = [(*list(row.values())[:3], sorted(row["own"].items())) for row in graph.read(_RELATIONS).rows]
    return sorted(nodes, key=str), sorted(relations, key=str)


def clean(folder: Path, paths: list[Path]) -> EmbeddedGraph:
    """A new embedded graph into which the files were loaded once."""
    number = len(list(folder.glob("clean-*.kgl")))
    graph = EmbeddedGraph(folder / f"clean-{number}.kgl")
    load(graph, paths)
    return graph


def counts(summary: Summary) -> tuple[int, int, int, int]:
    """New, changed, unchanged, removed."""
    return summary.new, summary.changed, summary.unchanged, summary.removed
