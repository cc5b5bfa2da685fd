"""What a load changes, entity by entity, for people."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.diff import Difference
from explorer.loading.rows import read_of, start


@dataclass(frozen=True, order=True)
class Change:
    """What becomes of an entity of a file: `new`, `changed` or `removed`."""

    what: str
    kind: str
    id: str
    title: str
    file: str


def changes_of(reader: Reader, differences: Iterable[Difference]) -> list[Change]:
    """All that come, change or go, sorted."""
    found = []
    for difference in differences:
        outcomes = {node: what for node, what in difference.outcomes().items() if what != "unchanged"}
        gone = [node for node, what in outcomes.items() if what == "removed"]
        titles = {start(row): row["title"] for row in read_of(reader, "retract/titles", gone)}
        for node, what in outcomes.items():
            description = difference.descriptions.get(node)
            title = description.fields.get(model.kind_of(node.label).title) if description else titles.get(node)
            found.append(Change(what, node.label.lower(), node.id, title or node.id, difference.file.id))
    return sorted(found)
