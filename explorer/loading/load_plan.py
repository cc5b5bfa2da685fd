"""Files and a graph come in, a Plan goes out: what to write, what to delete, and what it amounts to.

The plan compares what the files say now with what the graph has from them. So loading is idempotent, a changed file
replaces exactly what it said before, and a load that was cut off is completed by the next one.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from explorer import model
from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading.comparison import Comparison
from explorer.loading.diff import StoredStatement
from explorer.loading.extract import relation_statement
from explorer.loading.merge import node_properties
from explorer.loading.named_references import with_ids
from explorer.loading.node import Node
from explorer.loading.plan import Plan
from explorer.loading.rows import Row, description_row, relation_row
from explorer.reading.input_files import InputFile


def plan(reader: Reader, files: list[InputFile], problems: list[Problem], now: datetime) -> Plan:
    """What loading the files will do. `problems` are the faults found so far.

    Raises InputError with all faults, those included, if there are any.
    """
    with _without_search_for_cycles():
        named, faults = with_ids(reader, files)
        compared = Comparison(reader, named)
        compared.check([*problems, *faults])
        return _LoadPlanner(compared, now).plan()


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """A plan is many small objects, none in a cycle; looking for cycles again and again is a fifth of a load's time."""
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searching:
            gc.enable()


class _LoadPlanner:
    """The steps of a load, in the order of writing.

    An entity's description by the file comes before its statements and goes after them, or else what a load that was
    cut off had yet to delete would not be found by the next one.
    """

    def __init__(self, compared: Comparison, now: datetime) -> None:
        self._compared = compared
        self._now = now
        self._made = Plan(planned_on=compared.state, files=compared.files)

    def plan(self) -> Plan:
        """All steps."""
        for difference in self._compared.differences:
            self._made.counts += difference.counts()
            self._made.notes += difference.content.warnings
        self._add_dossiers()
        self._add_nodes()
        self._add_descriptions()
        self._add_statements()
        self._add_removed()
        self._made.add_orphaned(self._compared.orphaned | self._compared.left_over())
        return self._made

    def _add_dossiers(self) -> None:
        """The Sources that stand for the files, those of which something changes, before all that refers to them."""
        written = []
        for difference in self._compared.differences:
            file, before = difference.file, self._compared.dossiers.get(difference.file.id)
            own = {"title": file.dossier.title, "sha256": file.sha256}
            same = before is not None and all(before[name] == value for name, value in own.items())
            if not same or difference.added or difference.removed or difference.redescribed:
                when = {"loaded": self._now.isoformat(), "position": self._compared.positions[file.id]}
                properties = node_properties(Node("Source", file.id), {**own, **when, "kind": model.LOADED_FILE})
                written.append({"id": file.id, "properties": properties})
                self._made.changes.append(f"{file.id} {file.sha256}")
        self._made.add("load/nodes/dossier", written)

    def _add_nodes(self) -> None:
        written: dict[str, list[Row]] = defaultdict(list)
        for node, (fields, disagreed) in self._compared.merged.items():
            text = self._compared.text_of(node.id) if "sha256" in fields else None
            written[node.label].append({"id": node.id, "properties": node_properties(node, fields, text)})
            self._made.notes += self._compared.disagreements(node, fields, disagreed)
        for label in model.labels():
            self._made.add_nodes(label, written[label])
        added = (relation for difference in self._compared.differences for relation in difference.added)
        spellings = {relation.start.id for relation in added if relation.start.label == "Name"}
        self._made.add("load/nodes/name", [{"id": spelling} for spelling in sorted(spellings)])

    def _add_descriptions(self) -> None:
        written: dict[str, list[Row]] = defaultdict(list)
        for difference in self._compared.differences:
            for node, (key, record) in difference.keys_and_records.items():
                if difference.present.descriptions.get(node) != (key,):
                    row = description_row(difference.file.id, difference.descriptions[node], (key, record))
                    written[relation_statement(node.label, "DESCRIBED_IN", "Source")].append(row)
        for name, rows in sorted(written.items()):
            self._made.add_statements(name, rows)

    def _add_statements(self) -> None:
        written: dict[str, list[Row]] = defaultdict(list)
        for difference in self._compared.differences:
            for relation in difference.added:
                written[relation.statement].append(relation_row(difference.file.id, relation))
        for name, rows in sorted(written.items()):
            self._made.add_statements(name, rows)

    def _add_removed(self) -> None:
        differences = self._compared.differences
        self._made.add_removed([removed for difference in differences for removed in difference.removed])
        outdated = [
            StoredStatement(node, key, node)
            for difference in differences
            for node, keys in difference.present.descriptions.items()
            if node not in self._compared.orphaned
            for key in keys
            if difference.keys_and_records.get(node, ("", ""))[0] != key
        ]
        self._made.add_removed(outdated)
