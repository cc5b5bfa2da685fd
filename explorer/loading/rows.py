"""The rows of statements: `$rows` made of nodes, descriptions and relationships, and the nodes that answers name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from explorer.graph.base import Reader, batches
from explorer.loading.extract import Description, Relation, description_key
from explorer.loading.node import Node
from explorer.statements import statement

Row = dict[str, Any]


def node_rows(nodes: Iterable[Node]) -> list[Row]:
    """A row for each node, sorted, each once."""
    return [{"label": node.label, "id": node.id} for node in sorted(set(nodes))]


def description_row(file: str, description: Description, key_and_record: tuple[str, str] | None = None) -> Row:
    """The row that writes a description; `key_and_record` is its description_key, if that is known."""
    key, record = key_and_record or description_key(file, description)
    own = {"source": description.source, "file": file, "record": record, "key": key}
    return {"start_id": description.node.id, "end_id": file, "key": key, "properties": own}


def relation_row(file: str, relation: Relation) -> Row:
    """The row that writes a relationship."""
    own = {**relation.properties, "source": relation.source, "file": file, "key": relation.key}
    return {"start_id": relation.start.id, "end_id": relation.end.id, "key": relation.key, "properties": own}


def read_of(reader: Reader, name: str, nodes: Iterable[Node], **parameters: Any) -> list[Row]:
    """What a statement that takes nodes as `$rows` says of these."""
    return [
        row
        for batch in batches(node_rows(nodes))
        for row in reader.read(statement(name), {"rows": batch, **parameters}).rows
    ]


def start(row: Row) -> Node:
    """The node that a row is about, or at which its relationship begins."""
    return Node(row["label"], row["id"])


def end(row: Row) -> Node:
    """The node at which the relationship of a row ends."""
    return Node(row["end_label"], row["end_id"])
