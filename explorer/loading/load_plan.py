"""Pieces and a graph come in, a Plan goes out: what to write, what to delete, and what it amounts to.

The plan compares what the files say now with what the graph has from them. So loading is idempotent, a changed file
replaces exactly what it said before, and a load that was cut off is completed by the next one.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from explorer.errors import InputError, Problem
from explorer.graph.base import batches
from explorer.loading import cross_checks
from explorer.loading.diff import Difference, Existing, Reader, Stored, by_label, compare, present
from explorer.loading.extract import Relation, described_row, rows
from explorer.loading.merge import LABELS, Fields, Node, fold, properties
from explorer.reading.input_files import InputFile
from explorer.statements import statement

Row = dict[str, Any]
COUNTED = ("new", "changed", "unchanged", "removed")


@dataclass
class Plan:
    """What a load or a retraction will do."""

    #: (statement, rows), in the order in which they are to be written.
    steps: list[tuple[str, list[Row]]] = field(default_factory=list)
    #: The state of the graph that this was planned on: its version, and what was unfinished.
    planned_on: tuple[Any, ...] = ()
    #: Ids of the files (or of the source, for a retraction) that this is about.
    files: list[str] = field(default_factory=list)
    #: For each of COUNTED, how many entities of the files.
    counts: Counter[str] = field(default_factory=Counter)
    #: What the user should know, such as fields on which files disagree.
    notes: list[str] = field(default_factory=list)
    #: Keys of all statements that come or go: what the next dataset version is made of.
    changes: list[str] = field(default_factory=list)

    def add(self, name: str, rows: list[Row]) -> None:
        """Add a step, if it has rows."""
        if rows:
            self.steps.append((name, rows))

    @property
    def size(self) -> int:
        """Rows to be written."""
        return sum(len(rows) for _, rows in self.steps)

    def version(self, before: str | None) -> str:
        """The dataset version after this plan: a hash of the one before and of all changes."""
        content = "\0".join([before or "", *sorted(self.changes)])
        return hashlib.sha256(content.encode()).hexdigest()[:12]


def plan(reader: Reader, pieces: list[InputFile], problems: list[Problem], now: datetime) -> Plan:
    """What loading the pieces will do. `problems` are the faults found so far.

    Raises InputError with all faults, those included, if there are any.
    """
    # Millions of small objects, none in a cycle: looking for cycles again and again takes as long as all the rest.
    collecting = gc.isenabled()
    gc.disable()
    try:
        planner = _Planner(reader, pieces, now)
        planner.check(problems)
        return planner.plan()
    finally:
        if collecting:
            gc.enable()


def state(reader: Reader) -> tuple[Any, ...]:
    """What changes whenever the graph does: its version, and the load that is under way."""
    rows = reader.read(statement("status/dataset")).rows
    return (rows[0]["version"], rows[0]["writing"], tuple(rows[0]["unfinished"] or [])) if rows else ()


class _Planner:
    """The stages of planning: differences, other files' descriptions, checks, steps."""

    def __init__(self, reader: Reader, pieces: list[InputFile], now: datetime) -> None:
        self._reader = reader
        self._now = now
        self._dossiers = {row["id"]: row for row in reader.read(statement("load/dossiers")).rows}
        self._texts: dict[str, str | None] = {source: text for piece in pieces for source, text in piece.texts.items()}
        self._files = [piece.id for piece in pieces]
        self._differences = [self._difference(piece) for piece in pieces]
        self._redescribed = set[Node]().union(*(each.redescribed for each in self._differences))
        self._positions = {key: row["position"] or 0 for key, row in self._dossiers.items()}
        for file in self._files:
            self._positions.setdefault(file, max(self._positions.values(), default=0) + 1)
        self._others = self._described_elsewhere()

    def _difference(self, piece: InputFile) -> Difference:
        there = present(self._reader, piece.id) if piece.id in self._dossiers else Existing()
        return compare(piece, rows(piece, self._text_of), there)

    def _text_of(self, source: str) -> str | None:
        """The text of a source: of these files, else the stored one that another file gives."""
        if source not in self._texts:
            wanted = {"ids": [source], "files": self._files}
            others = self._reader.read(statement("load/descriptions/source"), wanted).rows
            given = any("sha256" in json.loads(row["record"]) for row in others)
            found = self._reader.read(statement("load/texts"), {"ids": [source]}).rows if given else []
            self._texts[source] = found[0]["text"] if found else None
        return self._texts[source]

    def _described_elsewhere(self) -> dict[Node, list[Row]]:
        """What files that are not being loaded say of the entities that matter here, first loaded first."""
        if not self._dossiers.keys() - set(self._files):
            return {}
        described = {node for each in self._differences for node in each.descriptions}
        referred = {relation.end for each in self._differences for relation in each.rows.relations.values()}
        mentioned = {node for each in self._differences for node, _ in each.rows.mentions}
        found: dict[Node, list[Row]] = defaultdict(list)
        for label, ids in by_label(self._redescribed | ((referred | mentioned) - described)).items():
            for batch in batches([{"id": each} for each in ids]):
                wanted = {"ids": [each["id"] for each in batch], "files": self._files}
                for row in self._reader.read(statement(f"load/descriptions/{label.lower()}"), wanted).rows:
                    found[Node(label, row["id"])].append(row)
        return found

    def check(self, problems: list[Problem]) -> None:
        """Raises InputError with these problems and all that concern several records, if there are any."""
        problems = list(problems)
        for each in self._differences:
            problems += [*each.rows.problems, *cross_checks.duplicates(each)]
        problems += cross_checks.file_ids(self._reader, self._differences, self._dossiers)
        known = self._known()
        problems += cross_checks.references(self._differences, known, self._reader)
        problems += cross_checks.textless(self._differences, known)
        others = {
            node: [json.loads(row["record"]) for row in found]
            for node, found in self._others.items()
            if node.label == "Source"
        }
        problems += cross_checks.texts_differ(self._reader, self._differences, others, self._folded)
        for node, (fields, _) in self._folded.items():
            problems += cross_checks.incomplete(node, fields, self._differences)
        problems += cross_checks.still_needed(self._reader, by_label(self._gone), self._differences)
        if problems:
            raise InputError(problems)

    @cached_property
    def _described(self) -> set[Node]:
        return {node for each in self._differences for node in each.descriptions} | self._others.keys()

    def _known(self) -> set[Node]:
        """All that may be referred to: what is described, or stands in a file even if faulty."""
        written = {
            Node(label, str(record["id"]))
            for each in self._differences
            for label, section in _SECTIONS.items()
            for record in each.piece.tree.data.get(section) or []
            if isinstance(record, dict) and "id" in record
        }
        return self._described | written

    @cached_property
    def _gone(self) -> set[Node]:
        return self._redescribed - self._described

    @cached_property
    def _folded(self) -> dict[Node, tuple[Fields, list[str]]]:
        """The fields of each entity to be written, and those that files disagree on."""
        return {node: self._fold(node) for node in sorted(self._redescribed & self._described)}

    def _fold(self, node: Node) -> tuple[Fields, list[str]]:
        """The entity's fields as all files together give them, first loaded first."""
        found = [(row["position"] or 0, json.loads(row["record"])) for row in self._others.get(node, [])]
        found += [
            (self._positions[each.piece.id], each.descriptions[node].fields)
            for each in self._differences
            if node in each.descriptions
        ]
        found.sort(key=lambda pair: pair[0])
        return fold(node.label, [fields for _, fields in found])

    def plan(self) -> Plan:
        """The steps, in the order of writing.

        An entity's description by the file comes before its statements and goes after them, or else what a load that
        was cut off had yet to delete would not be found by the next one.
        """
        made = Plan(planned_on=state(self._reader), files=self._files)
        for each in self._differences:
            made.counts += each.counts()
        self._add_nodes(made)
        self._add_coming(made)
        self._add_going(made)
        add_gone(made, self._gone | self._left_over())
        self._add_dossiers(made)
        return made

    def _left_over(self) -> set[Node]:
        """What a load of these files that was cut off wrote, and the files do not have any more."""
        dataset = self._reader.read(statement("status/dataset")).rows
        if not dataset or not set(dataset[0]["unfinished"] or []) & set(self._files):
            return set()
        rows = self._reader.read(statement("load/isolated")).rows
        return {Node(row["label"], row["id"]) for row in rows} - self._described

    def _add_nodes(self, made: Plan) -> None:
        written: dict[str, list[Row]] = defaultdict(list)
        kinds: dict[str, list[Row]] = defaultdict(list)
        for node, (fields, disagreed) in self._folded.items():
            text = self._text_of(node.id) if "sha256" in fields else None
            written[node.label].append({"id": node.id, "properties": properties(node, fields, text)})
            if node.label == "Actor":
                kinds[fields["kind"]].append({"id": node.id})
            made.notes += [f"files disagree on `{name}` of '{node.id}': '{fields[name]}' is kept" for name in disagreed]
        for label in LABELS:
            made.add(f"load/nodes/{label.lower()}", written[label])
        for kind, found in sorted(kinds.items()):
            made.add(f"load/kinds/{kind}", found)

    def _add_going(self, made: Plan) -> None:
        add_cut(made, [stored for each in self._differences for stored in each.removed])
        outdated = [
            Stored(node, key, node)
            for each in self._differences
            for node, keys in each.present.descriptions.items()
            if node not in self._gone
            for key in keys
            if each.stored.get(node, ("", ""))[0] != key
        ]
        add_cut(made, outdated)

    def _add_coming(self, made: Plan) -> None:
        come = [relation for each in self._differences for relation in each.added]
        spellings = {relation.start.id for relation in come if relation.start.label == "Name"}
        made.add("load/nodes/name", [{"id": each} for each in sorted(spellings)])
        # Before what is described in a file comes the Source that stands for the file.
        self._described_rows(made)
        found: dict[str, list[Row]] = defaultdict(list)
        for each in self._differences:
            for relation in each.added:
                found[relation.statement].append(_relation_row(each.piece.id, relation))
        for name, wanted in sorted(found.items()):
            made.add(name, wanted)
            made.changes += [row["key"] for row in wanted]

    def _described_rows(self, made: Plan) -> None:
        found: dict[str, list[Row]] = defaultdict(list)
        for each in self._differences:
            for node, stored in each.stored.items():
                if each.present.descriptions.get(node) != (stored[0],):
                    row = described_row(each.piece.id, each.descriptions[node], stored)
                    found[f"load/relations/{node.label.lower()}-described-in-source"].append(row)
        for name, wanted in sorted(found.items()):
            made.add(name, wanted)
            made.changes += [row["key"] for row in wanted]

    def _add_dossiers(self, made: Plan) -> None:
        """The Sources that stand for the files: first of all steps, and only where something of a file changes."""
        written = []
        for each in self._differences:
            piece, before = each.piece, self._dossiers.get(each.piece.id)
            own = {"title": piece.dossier.title, "sha256": piece.sha256}
            same = before is not None and all(before[name] == value for name, value in own.items())
            if not same or each.added or each.removed or each.redescribed:
                file = Node("Source", piece.id)
                when = {"loaded": self._now.isoformat(), "position": self._positions[piece.id]}
                stored = {**own, **when, "kind": "dossier"}
                written.append({"id": piece.id, "properties": properties(file, stored)})
                made.changes.append(f"{piece.id} {piece.sha256}")
        if written:
            made.steps.insert(0, ("load/nodes/dossier", written))


_SECTIONS = {"Source": "sources", "Place": "places", "Topic": "topics", "Actor": "actors", "Meeting": "meetings",
             "Claim": "claims"}  # fmt: skip


def _relation_row(file: str, relation: Relation) -> Row:
    own = {**relation.properties, "source": relation.source, "file": file, "key": relation.key}
    return {"start_id": relation.start.id, "end_id": relation.end.id, "key": relation.key, "properties": own}


def add_cut(made: Plan, go: Iterable[Stored]) -> None:
    """Add the steps that delete relationships."""
    found: dict[str, list[Row]] = defaultdict(list)
    for stored in go:
        found[stored.start.label].append({"start_id": stored.start.id, "key": stored.key})
    for label, wanted in sorted(found.items()):
        made.add(f"load/cut/{label.lower()}", wanted)
        made.changes += [f"-{row['key']}" for row in wanted]


def add_gone(made: Plan, nodes: Iterable[Node]) -> None:
    """Add the steps that delete entities."""
    found = by_label(nodes)
    for label in ("Name", *reversed(LABELS)):  # sources last: a retraction that was cut off can be asked for again
        made.add(f"load/gone/{label.lower()}", [{"id": each} for each in found.get(label, [])])
