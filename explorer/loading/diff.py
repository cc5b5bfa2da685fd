"""One piece and what the graph has from its file come in, the difference goes out: what comes, goes and stays."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from explorer.graph.base import Result
from explorer.loading.extract import Description, Relation, Rows, description_key
from explorer.loading.merge import Node
from explorer.reading.input_files import InputFile
from explorer.statements import Statement, statement


class Reader(Protocol):
    """What planning needs of a graph or of its writer."""

    def read(self, statement: Statement, parameters: dict[str, Any] | None = None) -> Result:
        """Run a reading statement."""
        ...


@dataclass(frozen=True, slots=True)
class Stored:
    """A relationship that the graph has from a file: where it begins, its key, and the record it belongs to."""

    start: Node
    key: str
    subject: Node


@dataclass
class Existing:
    """All that the graph has from one file."""

    #: Keys of the descriptions of each entity: two where a load was cut off between writing one and deleting the other.
    descriptions: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    statements: dict[str, Stored] = field(default_factory=dict)


@dataclass
class Difference:
    """What a file says now against what the graph has from it."""

    piece: InputFile
    rows: Rows
    present: Existing
    descriptions: dict[Node, Description]
    #: The stored form of each description: its key and its record as JSON.
    stored: dict[Node, tuple[str, str]]
    added: list[Relation]
    removed: list[Stored]

    @cached_property
    def redescribed(self) -> set[Node]:
        """Entities whose own fields this file gives anew, differently, or no more."""
        before = self.present.descriptions
        come = {node for node, (key, _) in self.stored.items() if before.get(node) != (key,)}
        return come | (before.keys() - self.stored.keys())

    def counts(self) -> Counter[str]:
        """How many entities of this file are new, changed, unchanged, removed."""
        restated = {relation.subject for relation in self.added} | {stored.subject for stored in self.removed}
        redescribed = self.redescribed
        counts: Counter[str] = Counter()
        for node in self.stored.keys() | self.present.descriptions.keys():
            if node not in self.present.descriptions:
                counts["new"] += 1
            elif node not in self.stored:
                counts["removed"] += 1
            else:
                counts["changed" if node in redescribed or node in restated else "unchanged"] += 1
        return counts


def present(reader: Reader, file: str) -> Existing:
    """What the graph has from the file."""
    found = Existing()
    for row in reader.read(statement("load/described-by-file"), {"file": file}).rows:
        node = Node(row["label"], row["id"])
        found.descriptions[node] = (*found.descriptions.get(node, ()), row["key"])
    for row in reader.read(statement("load/said-by-file"), {"file": file}).rows:
        node = Node(row["label"], row["id"])
        found.statements[row["key"]] = Stored(node, row["key"], node)
    for row in reader.read(statement("load/named-by-file"), {"file": file}).rows:
        start, subject = Node("Name", row["name"]), Node(row["label"], row["id"])
        found.statements[row["key"]] = Stored(start, row["key"], subject)
    return found


def compare(piece: InputFile, rows: Rows, there: Existing) -> Difference:
    """What has to come and go so that the graph has from the file what the file says."""
    descriptions = {description.node: description for description in rows.descriptions}
    return Difference(
        piece=piece,
        rows=rows,
        present=there,
        descriptions=descriptions,
        stored={node: description_key(piece.id, description) for node, description in descriptions.items()},
        added=[relation for key, relation in rows.relations.items() if key not in there.statements],
        removed=[stored for key, stored in there.statements.items() if key not in rows.relations],
    )


def by_label(nodes: Iterable[Node]) -> dict[str, list[str]]:
    """Ids of the nodes by main label, sorted, each once."""
    found: dict[str, set[str]] = defaultdict(set)
    for node in nodes:
        found[node.label].add(node.id)
    return {label: sorted(ids) for label, ids in found.items()}
