"""A source comes in; the statements that go with it, what falls, what stays and why, and the steps for it go out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any

from explorer import model
from explorer.graph.base import Reader
from explorer.loading import orphans
from explorer.loading.dataset_state import read_state
from explorer.loading.diff import StoredStatement
from explorer.loading.extract import Description, relation_statement
from explorer.loading.merge import merge_descriptions, node_properties
from explorer.loading.node import Node, labels_with_names
from explorer.loading.plan import Plan
from explorer.loading.rows import Row, description_row, end, read_of, start
from explorer.statements import statement


class RetractionPlanner:
    """Follows what depends on a source, which is given by the row of retract/source."""

    def __init__(self, reader: Reader, source: Row) -> None:
        self._reader = reader
        self._state = read_state(reader)
        self._source = Node("Source", source["id"])
        self._is_file = source["kind"] == model.LOADED_FILE
        self._files = [source["id"]] if self._is_file else source["files"]
        #: The statements that go, by key: each with its type, its file, and label and id of both ends.
        self.removed: dict[str, Row] = {}
        #: Why each entity falls or stays.
        self.falls: dict[Node, str] = {}
        self.stays: dict[Node, str] = {}

    def follow(self) -> None:
        """Find the statements that go, and what is left without any."""
        name, by = ("said-in-file", "file") if self._is_file else ("said-by-source", "source")
        wanted = {by: self._source.id, "labels": labels_with_names()}
        self._remove(self._reader.read(statement(f"retract/{name}"), wanted).rows)
        self._fall([self._source], "retracted")
        self._without_reports()
        self._without_statements()
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
        return read_of(self._reader, "retract/around", nodes, labels=labels_with_names())

    def _without_reports(self) -> None:
        """What loses a report falls if it has no other one."""
        losing = {start(row) for row in self.removed.values() if row["type"] == "REPORTED_IN"}
        others = self._reported(losing)
        self.stays |= others
        self._fall(losing - others.keys(), "no other source reports it")

    def _reported(self, nodes: Collection[Node]) -> dict[Node, str]:
        """Those of the entities that are still reported, and by whom."""
        sources: dict[Node, set[str]] = defaultdict(set)
        for row in read_of(self._reader, "retract/reports", nodes, keys=list(self.removed)):
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
        left = orphans.remaining_statements(self._reader, touched, without_keys=self.removed)
        for node, row in left.items():
            more = "1 statement" if row["number"] == 1 else f"{row['number']} statements"
            self.stays[node] = f"{more} left, such as one of {row['source']}"
        described = self._described_elsewhere(touched)
        for node, rows in described.items():
            self.stays.setdefault(node, f"described in {rows[0]['file']}")
        self._fall(touched - left.keys() - described.keys(), "nothing else speaks of it")

    def _described_elsewhere(self, nodes: Iterable[Node]) -> dict[Node, list[Row]]:
        return orphans.descriptions(self._reader, nodes, self._files)

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
        made = Plan(planned_on=self._state, files=[self._source.id])
        redescribed = {
            node
            for row in self.removed.values()
            if row["type"] == "DESCRIBED_IN" and (node := start(row)) not in self.falls
        }
        nodes, placeholders = self._merged_anew(redescribed), self._placeholders(redescribed)
        for label in model.labels():
            made.add_nodes(label, nodes[label])
            made.add(relation_statement(label, "DESCRIBED_IN", "Source"), placeholders[label])
        made.add_removed([StoredStatement(start(row), row["key"], start(row)) for row in self.removed.values()])
        made.add_orphaned(self.falls)
        return made

    def _placeholders(self, nodes: Collection[Node]) -> dict[str, list[Row]]:
        """Descriptions without fields, by files that lose theirs and still state something of the entity; by label.

        By them loading such a file again finds what it said.
        """
        left = {
            (start(row), row["file"])
            for row in self._around(nodes)
            if row["key"] not in self.removed and row["type"] != "DESCRIBED_IN"
        }
        lost = {(start(row), row["file"]) for row in self.removed.values() if row["type"] == "DESCRIBED_IN"}
        written: dict[str, list[Row]] = defaultdict(list)
        for node, file in sorted((node, file) for node, file in left & lost if node in nodes):
            written[node.label].append(description_row(file, Description(node, file, {}, ())))
        return written

    def _merged_anew(self, nodes: Collection[Node]) -> dict[str, list[Row]]:
        """The nodes as the files that are left describe them; what one must have and none gives, it keeps; by label."""
        records = orphans.descriptions(self._reader, nodes, without_files=())
        written: dict[str, list[Row]] = defaultdict(list)
        for kept in read_of(self._reader, "retract/kept", nodes):
            node = start(kept)
            given = [json.loads(row["record"]) for row in records.get(node, []) if row["key"] not in self.removed]
            fields, _ = merge_descriptions(node.label, given)
            required: dict[str, Any] = {name: kept[name] for name in model.kind_of(node.label).required}
            fields = {**required, **fields}
            properties = node_properties(node, fields, kept["text"] if "sha256" in fields else None)
            written[node.label].append({"id": node.id, "properties": properties})
        return written
