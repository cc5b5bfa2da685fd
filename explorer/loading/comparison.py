"""Files that are loaded together come in; what they change in the graph, and what other files say of it, goes out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cached_property

from explorer import model
from explorer.errors import InputError, Problem, Problems
from explorer.graph.base import Reader
from explorer.loading import cross_checks, orphans
from explorer.loading.dataset_state import DatasetState, read_state
from explorer.loading.diff import Difference, Existing, compare, present
from explorer.loading.extract import content_of
from explorer.loading.merge import merge_descriptions
from explorer.loading.node import Fields, Node, labels_with_names
from explorer.loading.rows import Row
from explorer.reading.input_files import InputFile
from explorer.statements import statement


class Comparison:
    """The differences of all files, and the entities that they touch."""

    def __init__(self, reader: Reader, files: list[InputFile]) -> None:
        self._reader = reader
        #: Read before all else, so that whatever is written meanwhile is noticed.
        self.state: DatasetState = read_state(reader)
        #: The files that were loaded before, by id, each with title, sha256 and position.
        self.dossiers = {row["id"]: row for row in reader.read(statement("load/dossiers")).rows}
        self._texts: dict[str, str | None] = {source: text for file in files for source, text in file.texts.items()}
        #: Ids of the files.
        self.files = [file.id for file in files]
        self.differences = [self._difference(file) for file in files]
        #: Entities whose own fields change.
        self.redescribed = set[Node]().union(*(difference.redescribed for difference in self.differences))
        #: The order of first loading, by id of the file.
        self.positions = {id: row["position"] or 0 for id, row in self.dossiers.items()}
        for id in self.files:
            self.positions.setdefault(id, max(self.positions.values(), default=0) + 1)
        self._others = self._described_elsewhere()

    def _difference(self, file: InputFile) -> Difference:
        existing = present(self._reader, file.id) if file.id in self.dossiers else Existing()
        return compare(file, content_of(file, self.text_of), existing)

    def text_of(self, source: str) -> str | None:
        """The text of a source: of these files, else the stored one that another file gives."""
        if source not in self._texts:
            node = Node("Source", source)
            others = orphans.descriptions(self._reader, [node], self.files).get(node, [])
            given = any("sha256" in json.loads(row["record"]) for row in others)
            found = self._reader.read(statement("load/texts"), {"ids": [source]}).rows if given else []
            self._texts[source] = found[0]["text"] if found else None
        return self._texts[source]

    def _described_elsewhere(self) -> dict[Node, list[Row]]:
        """What files that are not being loaded say of the entities that matter here, first loaded first."""
        if not self.dossiers.keys() - set(self.files):
            return {}
        described = {node for difference in self.differences for node in difference.descriptions}
        referred = {
            relation.end for difference in self.differences for relation in difference.content.relations.values()
        }
        mentioned = {node for difference in self.differences for node, _ in difference.content.mentions}
        wanted = self.redescribed | ((referred | mentioned) - described)
        return orphans.descriptions(self._reader, wanted, self.files)

    @cached_property
    def described(self) -> set[Node]:
        """The entities that one of these files or another describes."""
        return {node for difference in self.differences for node in difference.descriptions} | self._others.keys()

    @cached_property
    def orphaned(self) -> set[Node]:
        """The entities that these files described and no file describes any more."""
        return self.redescribed - self.described

    @cached_property
    def merged(self) -> dict[Node, tuple[Fields, list[str]]]:
        """The fields of each entity to be written, and those that files disagree on."""
        return {node: self._merge(node) for node in sorted(self.redescribed & self.described)}

    def _merge(self, node: Node) -> tuple[Fields, list[str]]:
        """The entity's fields as all files together give them, first loaded first."""
        given = [(row["position"] or 0, json.loads(row["record"])) for row in self._others.get(node, [])]
        given += [
            (self.positions[difference.file.id], difference.descriptions[node].fields)
            for difference in self.differences
            if node in difference.descriptions
        ]
        given.sort(key=lambda pair: pair[0])
        return merge_descriptions(node.label, [fields for _, fields in given])

    def disagreements(self, node: Node, kept: Fields, names: list[str]) -> list[Problem]:
        """The fields of these names, where one of these files gives another value than what is kept."""
        return [
            difference.file.tree.problem(
                (*described.location, written),
                f"files disagree on `{written}` of '{node.id}': '{kept[name]}' is kept, which was loaded first",
            )
            for difference in self.differences
            if (described := difference.descriptions.get(node))
            for name in names
            if described.fields.get(name, kept[name]) != kept[name]
            for written in ["date" if name == "date_text" else name]
        ]

    def check(self, found: Iterable[Problem]) -> None:
        """Raises InputError with these problems and all that concern several records, if there are any."""
        problems = Problems(found)
        for difference in self.differences:
            problems += difference.content.problems
            problems += cross_checks.duplicates(difference)
        problems += cross_checks.file_ids(self._reader, self.differences, self.dossiers)
        known = self._known()
        problems += cross_checks.references(self.differences, known, self._reader)
        problems += cross_checks.textless(self.differences, known)
        others = {
            node: [json.loads(row["record"]) for row in described]
            for node, described in self._others.items()
            if node.label == "Source"
        }
        problems += cross_checks.texts_differ(self._reader, self.differences, others, self.merged)
        for node, (fields, _) in self.merged.items():
            problems += cross_checks.incomplete(node, fields, self.differences)
        problems += cross_checks.still_needed(self._reader, self.orphaned, self.differences)
        if problems:
            raise InputError(problems)

    def _known(self) -> set[Node]:
        """All that may be referred to: what is described, or stands in a file even if faulty."""
        written = {
            Node(kind.label, id)
            for difference in self.differences
            for kind in model.KINDS
            for id in difference.file.tree.ids(kind.plural)
        }
        return self.described | written

    def left_over(self) -> set[Node]:
        """What a load of these files that was cut off wrote, and the files do not have any more."""
        if not self.state.unfinished & set(self.files):
            return set()
        found = self._reader.read(statement("load/isolated"), {"labels": labels_with_names()}).rows
        return {Node(row["label"], row["id"]) for row in found} - self.described
