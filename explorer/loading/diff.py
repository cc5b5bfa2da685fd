"""A file and what the graph has from it come in, the difference goes out: what is added, removed and stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from explorer import model
from explorer.graph.base import Reader
from explorer.loading.extract import Description, FileContent, Relation, description_key
from explorer.loading.node import Node
from explorer.loading.told import is_told
from explorer.reading.input_files import InputFile
from explorer.statements import statement

#: What of several outcomes of an entity counts.
_LEAST = ("unchanged", "changed", "removed", "new")


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A relationship that the graph has from a file: where it begins, its key, and the record it belongs to.

    That of a name is the record that is called so.
    """

    start: Node
    key: str
    subject: Node

    @classmethod
    def between(cls, start: Node, end: Node, key: str) -> StoredStatement:
        """The one with these ends."""
        return cls(start, key, end if start.label == "Name" else start)


@dataclass
class Existing:
    """All that the graph has from one file."""

    #: Keys of the descriptions of each entity: two where a load was cut off between writing one and deleting the other.
    descriptions: dict[Node, tuple[str, ...]] = field(default_factory=dict)
    statements: dict[str, StoredStatement] = field(default_factory=dict)


@dataclass
class Difference:
    """What a file says now against what the graph has from it."""

    file: InputFile
    content: FileContent
    present: Existing
    descriptions: dict[Node, Description]
    #: Of each description its key, and its record as the JSON text to be written.
    keys_and_records: dict[Node, tuple[str, str]]
    added: list[Relation]
    removed: list[StoredStatement]
    #: The same file against what the graph has under the ids that it had before.
    formerly: list[Difference] = field(default_factory=list)

    @cached_property
    def redescribed(self) -> set[Node]:
        """Entities whose own fields this file gives anew, differently, or no more."""
        before = self.present.descriptions
        given = {node for node, (key, _) in self.keys_and_records.items() if before.get(node) != (key,)}
        return given | (before.keys() - self.keys_and_records.keys())

    @cached_property
    def retold(self) -> set[Node]:
        """Entities of which the reports in this file may tell something else than before."""
        restated = {relation.subject for relation in self.added} | {removed.subject for removed in self.removed}
        return set(filter(is_told, restated))

    def outcomes(self) -> dict[Node, str]:
        """What becomes of each entity of this file: new, changed, unchanged, removed."""
        if self.formerly:
            found = [(node, what) for each in self.formerly for node, what in each.outcomes().items()]
            return dict(sorted(found, key=lambda each: _LEAST.index(each[1]), reverse=True))
        restated = {relation.subject for relation in self.added} | {removed.subject for removed in self.removed}
        redescribed = self.redescribed
        outcomes: dict[Node, str] = {}
        for node in self.keys_and_records.keys() | self.present.descriptions.keys():
            if node not in self.present.descriptions:
                outcomes[node] = "new"
            elif node not in self.keys_and_records:
                outcomes[node] = "removed"
            else:
                outcomes[node] = "changed" if node in redescribed or node in restated else "unchanged"
        return outcomes


def present(reader: Reader, file: str) -> Existing:
    """What the graph has from the file."""
    existing = Existing()
    wanted: dict[str, Any] = {"file": file, "labels": list(model.labels())}
    for row in reader.read(statement("load/described-by-file"), wanted).rows:
        node = Node(row["label"], row["id"])
        existing.descriptions[node] = (*existing.descriptions.get(node, ()), row["key"])
    for row in reader.read(statement("load/said-by-file"), wanted).rows:
        node = Node(row["label"], row["id"])
        existing.statements[row["key"]] = StoredStatement(node, row["key"], node)
    for row in reader.read(statement("load/named-by-file"), wanted).rows:
        start, subject = Node("Name", row["name"]), Node(row["label"], row["id"])
        existing.statements[row["key"]] = StoredStatement(start, row["key"], subject)
    return existing


def compare(file: InputFile, content: FileContent, existing: Existing) -> Difference:
    """What has to be added and removed so that the graph has from the file what the file says."""
    descriptions = {description.node: description for description in content.descriptions}
    return Difference(
        file=file,
        content=content,
        present=existing,
        descriptions=descriptions,
        keys_and_records={node: description_key(file.id, description) for node, description in descriptions.items()},
        added=[relation for key, relation in content.relations.items() if key not in existing.statements],
        removed=[stored for key, stored in existing.statements.items() if key not in content.relations],
    )
