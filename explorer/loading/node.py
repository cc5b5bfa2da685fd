"""Nodes, told apart by main label and id, and the values of their fields."""

from __future__ import annotations

from typing import Any, NamedTuple

from explorer import model

#: Values of a node or a relationship, by the name of the field.
Fields = dict[str, Any]


class Node(NamedTuple):
    """An entity, or a spelling by which one is found, by main label and id."""

    label: str
    id: str


def labels_with_names() -> list[str]:
    """The main labels of all entities, and that of their Names."""
    return [*model.labels(), "Name"]
