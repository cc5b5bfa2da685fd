"""A file and what the graph has from it come in, the difference goes out: what is added, removed and stays."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.extract import Description, Relation, Rows, description_key
from explorer.loading.merge import Node
from explorer.reading.input_files import InputFile
from explorer.statements import statement


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

    file: InputFile
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
        given = {node for node, (key, _) in self.stored.items() if before.get(node) != (key,)}
        return given | (before.keys() - self.stored.keys())

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
    existing = Existing()
    wanted: dict[str, Any] = {"file": file, "labels": list(model.labels())}
    for row in reader.read(statement("load/described-by-file"), wanted).rows:
        node = Node(row["label"], row["id"])
        existing.descriptions[node] = (*existing.descriptions.get(node, ()), row["key"])
    for row in reader.read(statement("load/said-by-file"), wanted).rows:
        node = Node(row["label"], row["id"])
        existing.statements[row["key"]] = Stored(node, row["key"], node)
    for row in reader.read(statement("load/named-by-file"), wanted).rows:
        start, subject = Node("Name", row["name"]), Node(row["label"], row["id"])
        existing.statements[row["key"]] = Stored(start, row["key"], subject)
    return existing


def compare(file: InputFile, rows: Rows, existing: Existing) -> Difference:
    """What has to be added and removed so that the graph has from the file what the file says."""
    descriptions = {description.node: description for description in rows.descriptions}
    return Difference(
        file=file,
        rows=rows,
        present=existing,
        descriptions=descriptions,
        stored={node: description_key(file.id, description) for node, description in descriptions.items()},
        added=[relation for key, relation in rows.relations.items() if key not in existing.statements],
        removed=[stored for key, stored in existing.statements.items() if key not in rows.relations],
    )
