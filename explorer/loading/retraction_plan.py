"""A source comes in; the statements that go with it, what falls, what stays and why, and the steps for it go out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from explorer import model
from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.bookkeeping import Bookkeeping
from explorer.loading.diff import StoredStatement
from explorer.loading.extract import Description, Relation, describing
from explorer.loading.identities import Identities
from explorer.loading.likeness import noted_as, own
from explorer.loading.merge import merge_descriptions, node_properties
from explorer.loading.moves import add_decisions, add_moves, moving, remembered
from explorer.loading.node import Node, labels_with_names
from explorer.loading.placing import placed
from explorer.loading.plan import Plan
from explorer.loading.rows import Row, end, read_of, start
from explorer.loading.told import is_told, told_in_graph
from explorer.retractions import Noted
from explorer.statements import statement

#: Why what is described falls.
_UNSPOKEN = "nothing else speaks of it"
#: Entities by which a file that was retracted is known under another name.
_MOST_DESCRIBED = 1000


class RetractionPlanner:
    """Follows what depends on a source, which is given by the row of retract/source.

    A Node is an id as it was said: what falls is what would fall if no ids were decided to be the same.
    """

    def __init__(self, reader: Reader, books: Bookkeeping, source: Row) -> None:
        self._reader = reader
        self._state = books.state
        self._source = Node("Source", source["id"])
        self._is_file = source["kind"] == model.LOADED_FILE
        self._files = [source["id"]] if self._is_file else source["files"]
        self._gone_decisions = [each for each in books.decisions if self._is_file and each.file == source["id"]]
        self._decisions = [each for each in books.decisions if each not in self._gone_decisions]
        #: Which entities the ids mean, and will mean without the file's decisions.
        self.before, self._after = Identities(books.decisions), Identities(self._decisions)
        #: The source, by all its ids.
        self._ids = self.before.members(self._source)
        #: The statements that go, by key: each with its type, its file, and label and id of both ends.
        self.removed: dict[str, Row] = {}
        #: Why each entity falls or stays.
        self.falls: dict[Node, str] = {}
        self.stays: dict[Node, str] = {}

    def follow(self) -> None:
        """Find the statements that go, and what is left without any."""
        name, by = ("said-in-file", "file") if self._is_file else ("said-by-source", "sources")
        ids: Any = self._source.id if self._is_file else [node.id for node in self._ids]
        self._remove(self._reader.read(statement(f"retract/{name}"), {by: ids, "labels": labels_with_names()}).rows)
        self._fall(self._ids, "retracted")
        self._without_reports()
        self._without_statements()
        while countries := self._countries_of_nothing():
            self._fall(countries, _UNSPOKEN)
        if self._is_file:
            self._keep_what_others_need()
        self._note_losses()

    def _remove(self, rows: Iterable[Row]) -> None:
        # What has no key is none of the program's statements, and goes with the entity at its end.
        self.removed |= {row["key"]: row for row in rows if row["key"] is not None}

    def _fall(self, nodes: Collection[Node], why: str) -> None:
        """Note that the entities fall, with all their relationships."""
        self.falls |= dict.fromkeys(nodes, why)
        self._remove(self._around(nodes))

    def _around(self, nodes: Collection[Node]) -> list[Row]:
        rows = read_of(self._reader, "retract/around", nodes, self.before, labels=labels_with_names())
        return [row for row in rows if row["label"]]  # without those by which a file decides

    def _without_reports(self) -> None:
        """What loses a report falls if it has no other one."""
        losing = {start(row) for row in self.removed.values() if row["type"] == "REPORTED_IN"}
        others = self._reported(losing)
        self.stays |= others
        self._fall(losing - others.keys(), "no other source reports it")

    def still_said(self, nodes: Collection[Node]) -> set[tuple[str, Node, Node]]:
        """What is said of these entities by statements that stay: the type, and where it begins and ends."""
        left = (row for row in self._around(nodes) if row["key"] not in self.removed)
        return {(row["type"], start(row), end(row)) for row in left}

    def _reported(self, nodes: Collection[Node]) -> dict[Node, str]:
        """Those of the entities that are still reported, and by whom."""
        sources: dict[Node, set[str]] = defaultdict(set)
        for row in read_of(self._reader, "retract/reports", nodes, self.before, keys=list(self.removed)):
            sources[start(row)].add(row["source"])
        return {node: f"reported by {', '.join(sorted(by))}" for node, by in sources.items()}

    def _without_statements(self) -> None:
        """What is not reported, such as actors and places, falls if nothing speaks of it any more.

        Sources only fall with a file, and what a file has just described or named is looked at, too.
        """
        kinds = {model.kind_of(name).label for name in model.names(reported=False)}
        if not self._is_file:
            kinds.discard("Source")
        touched = {
            node
            for row in self.removed.values()
            for node in (start(row), end(row))
            if node.label in kinds and node not in self.falls
            if self._is_file or row["type"] not in model.bookkeeping()
        }
        left = orphans.remaining_statements(self._reader, touched, self.before, without_keys=self.removed)
        for node, row in left.items():
            more = "1 statement" if row["number"] == 1 else f"{row['number']} statements"
            self.stays[node] = f"{more} left, such as one of {row['source']}"
        described = self._described_elsewhere(touched)
        for node, rows in described.items():
            self.stays.setdefault(node, f"described in {rows[0]['file']}")
        self._fall(touched - left.keys() - described.keys(), _UNSPOKEN)

    def _countries_of_nothing(self) -> set[Node]:
        """The countries of places that fall, as long as no other place lies in them and nothing else speaks of them."""
        found = {end(row) for row in self.removed.values() if row["type"] == "IN_COUNTRY"}
        found -= self.falls.keys() | self.stays.keys()
        found -= {
            end(row) for row in self._around(found) if row["type"] == "IN_COUNTRY" and row["key"] not in self.removed
        }
        left = orphans.remaining_statements(self._reader, found, self.before, without_keys=self.removed)
        return found - left.keys() - self._described_elsewhere(found).keys()

    def _described_elsewhere(self, nodes: Iterable[Node]) -> dict[Node, list[Row]]:
        return orphans.descriptions(self._reader, nodes, self.before, self._files)

    def _keep_what_others_need(self) -> None:
        """What other files speak of and only this one describes keeps its name and description, and the file stays."""
        needed = self.stays.keys() - self._described_elsewhere(self.stays).keys()
        for key, row in list(self.removed.items()):
            described = row["type"] == "DESCRIBED_IN" and start(row) in needed
            named = row["type"] == "NAMES" and end(row) in needed
            if described or named:
                del self.removed[key]
                self.falls.pop(self._source, None)

    def _note_losses(self) -> None:
        """What keeps its reports and loses something else, such as where a claim was made."""
        reported = {model.kind_of(name).label for name in model.names(reported=True)}
        losing = {
            node
            for row in self.removed.values()
            if row["type"] not in model.bookkeeping() and (node := start(row)).label in reported
        }
        self.stays |= self._reported(losing - self.falls.keys() - self.stays.keys())

    def plan(self) -> Plan:
        """The steps of the retraction."""
        made = Plan(planned_on=self._state, files=[self._source.id], identities=self.before, whole=True)
        redescribed = {
            node
            for row in self.removed.values()
            if row["type"] == "DESCRIBED_IN" and (node := start(row)) not in self.falls
        }
        moved = self.before.moved(self._after)
        self._add_decisions(made)
        # What loses a report may be told of otherwise; and of what falls, another id may have what was said, too.
        losing = {start(row) for row in self.removed.values() if row["type"] == "REPORTED_IN"}
        self._add_nodes(made, redescribed | moved | set(filter(is_told, losing)))
        said = moving(self._reader, self.before, self._after)
        add_moves(made, said, remembered(self._reader, said, self.before), self._after, self.removed)
        made.add_placed(placed(each.end.id, each, self._after) for each in self._placeholders(redescribed))
        made.add_removed([StoredStatement.between(start(row), end(row), row["key"]) for row in self.removed.values()])
        left = {self._after.kept(node) for node in self.remaining({*self.falls} | moved)}
        made.add_orphaned({self.before.kept(node) for node in {*self.falls} | moved} - left)
        return made

    def noted(self, source: Row, why: str, since: str) -> Noted:
        """What is kept of the retraction; `source` as in the beginning."""
        spoken_of = {node for row in self.removed.values() if row["file"] not in self._files for node in _ends(row)}
        described = {start(row) for row in self.removed.values() if self._is_file and row["type"] == "DESCRIBED_IN"}
        fell = sorted(noted_as(node) for node in self.falls.keys() & spoken_of if node not in self._ids)
        return Noted(
            id=self._source.id,
            ids=tuple(node.id for node in self._ids),
            title=source["title"],
            of_file=self._is_file,
            since=since,
            why=why,
            files=tuple(sorted(self._files)),
            fell=tuple(fell),
            described=tuple(sorted(map(noted_as, own(described)))[:_MOST_DESCRIBED]),
            sha256=source["sha256"] if self._is_file else "",
            position=(source["position"] or 0) if self._is_file else 0,
            ended="",
        )

    def _add_decisions(self, made: Plan) -> None:
        add_decisions(made, [*self._decisions, *self._gone_decisions], self._decisions, self._after)

    def remaining(self, nodes: Iterable[Node]) -> dict[Node, list[Row]]:
        """The ids that mean the same entities as these and do not fall, with what files say of them."""
        members = {member for node in nodes for member in self.before.members(self.before.kept(node))}
        return orphans.descriptions(self._reader, members - self.falls.keys(), self.before, without_files=())

    def _placeholders(self, nodes: Collection[Node]) -> list[Relation]:
        """Descriptions without fields, by files that lose theirs and still state something of the entity.

        By them loading such a file again finds what it said.
        """
        left = {
            (start(row), row["file"])
            for row in self._around(nodes)
            if row["key"] not in self.removed and row["type"] != "DESCRIBED_IN"
        }
        lost = {(start(row), row["file"]) for row in self.removed.values() if row["type"] == "DESCRIBED_IN"}
        found = sorted((node, file) for node, file in left & lost if node in nodes)
        return [describing(file, Description(node, file, {}, ())) for node, file in found]

    def _add_nodes(self, made: Plan, nodes: Collection[Node]) -> None:
        """Add the steps that write entities as the files that are left describe them."""
        records = self.remaining(nodes)
        groups: dict[Node, list[Node]] = defaultdict(list)
        for node in sorted(records, key=lambda node: (node != self._after.kept(node), node)):
            groups[self._after.kept(node)].append(node)
        stored = {start(row): row for row in read_of(self._reader, "retract/kept", groups, self.before)}
        told = told_in_graph(self._reader, records, self.before, without_keys=self.removed)
        written: dict[str, list[Row]] = defaultdict(list)
        for entity, members in sorted(groups.items()):
            if entity in stored:
                given = [row for node in members for row in records[node]]
                words = [told[node] for node in members if node in told]
                written[entity.label].append(self._node_row(entity, given, words, stored[entity]))
        for label in model.labels():
            made.add_nodes(label, written[label])

    def _node_row(self, entity: Node, given: list[Row], told: list[dict[str, set[str]]], stored: Row) -> Row:
        """The row that writes an entity. What one must have and no file that is left gives, it keeps."""
        left = [json.loads(row["record"]) for row in given if row["key"] not in self.removed]
        fields, _ = merge_descriptions(entity.label, left, told)
        every = [json.loads(row[name]) for name in ("record", "remembered") for row in given if row[name]]
        before, _ = merge_descriptions(entity.label, every)
        required: dict[str, Any] = {
            name: before.get(name, stored[name]) for name in model.kind_of(entity.label).required
        }
        fields = {**required, **fields}
        text = stored["text"] if "sha256" in fields else None
        return {"id": entity.id, "properties": node_properties(entity, fields, text)}


def _ends(row: Row) -> tuple[Node, Node]:
    return start(row), end(row)
