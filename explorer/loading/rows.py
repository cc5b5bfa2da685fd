"""The rows of statements: `$rows` made of nodes, and the nodes that answers name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from explorer.graph.base import Reader, batches
from explorer.loading.identities import Identities
from explorer.loading.node import Node
from explorer.statements import statement

Row = dict[str, Any]
#: Each id means itself.
NONE = Identities()


def node_rows(nodes: Iterable[Node], identities: Identities = NONE) -> list[Row]:
    """A row for each node, sorted, each once; `at` is the id at which it stands, as is decided of these identities."""
    return [{"label": node.label, "id": node.id, "at": identities.kept(node).id} for node in sorted(set(nodes))]


def read_of(
    reader: Reader, name: str, nodes: Iterable[Node], identities: Identities = NONE, **parameters: Any
) -> list[Row]:
    """What a statement that takes nodes as `$rows` says of these."""
    return [
        row
        for batch in batches(node_rows(nodes, identities))
        for row in reader.read(statement(name), {"rows": batch, **parameters}).rows
    ]


def start(row: Row) -> Node:
    """The node that a row is about, or at which its relationship begins."""
    return Node(row["label"], row["id"])


def end(row: Row) -> Node:
    """The node at which the relationship of a row ends."""
    return Node(row["end_label"], row["end_id"])
