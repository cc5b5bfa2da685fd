"""Files and a graph come in, a Plan goes out: what to write, what to delete, and what it amounts to.

The plan compares what the files say now with what the graph has from them. So loading is idempotent, a changed file
replaces exactly what it said before, and a load that was cut off is completed by the next one.
"""

from __future__ import annotations

import gc
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from explorer import model, names
from explorer.errors import Problems
from explorer.graph.base import Reader
from explorer.loading import changed_ids, disagreements, renamed
from explorer.loading.bookkeeping import read_books
from explorer.loading.changes import changes_of
from explorer.loading.comparison import Comparison
from explorer.loading.diff import StoredStatement
from explorer.loading.extract import describing
from explorer.loading.file_identity import Allowed
from explorer.loading.kept_away import KeptAway
from explorer.loading.load_checks import check
from explorer.loading.merge import node_properties
from explorer.loading.moves import add_decisions, add_moves
from explorer.loading.named_references import with_ids
from explorer.loading.namesakes import Namesakes
from explorer.loading.node import Node
from explorer.loading.placing import placed
from explorer.loading.plan import Plan
from explorer.loading.rows import Row
from explorer.loading.taken_ids import TakenIds
from explorer.reading.input_files import InputFile


def plan(reader: Reader, files: list[InputFile], problems: Problems, now: datetime, allowed: Allowed) -> Plan:
    """What loading the files will do. `problems` are the faults found so far.

    Raises InputError with all faults, those included, if there are any.
    """
    with _without_search_for_cycles():
        books = read_books(reader)
        away = KeptAway(files, books.retracted)
        named, faults = with_ids(reader, away.files, books.decisions)
        compared = Comparison(reader, books, named, away, allowed)
        taken = TakenIds(reader, compared.differences, compared.others)
        check(compared, taken, allowed, problems, faults)
        made = _LoadPlanner(compared, now).plan()
        made.notes += taken.warnings
        made.notes += changed_ids.notes(compared)
        made.notes += compared.decided.notes
        made.notes += away.notes
        return made


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
        self._made = Plan(planned_on=compared.books.state, files=compared.files, identities=compared.before)

    def plan(self) -> Plan:
        """All steps."""
        for difference in self._compared.differences:
            if difference.file.id not in self._compared.renamed.new_ids:
                self._made.counts += Counter(difference.outcomes().values())
            self._made.notes += difference.file.tree.warnings
            self._made.notes += difference.content.warnings
            for each in self._compared.concerned.get(difference.file.id, []):
                note = f"{each}: nothing of it was loaded. {each.remedy}"
                self._made.notes.add(difference.file.tree.problem((), note))
        self._made.notes += self._compared.told_of_decisions()
        self._made.notes += self._compared.renamed.notes
        self._made.notes += Namesakes(self._compared).notes()
        self._made.whole = self._made.whole or bool(self._compared.renamed.new_ids)
        kept = (each for each in self._compared.differences if each.file.id not in self._compared.renamed.new_ids)
        self._made.entities = changes_of(self._compared.reader, kept)
        self._add_dossiers()
        compared, others = self._compared, self._compared.other_decisions
        present = [*others, *compared.present_decisions]
        add_decisions(self._made, present, [*others, *compared.decided.decisions], compared.after)
        self._add_nodes()
        add_moves(self._made, compared.moving, compared.remembered, compared.after, self._removed_keys())
        self._add_descriptions()
        self._add_statements()
        self._add_removed()
        self._made.add_orphaned(compared.gone | compared.left_over() | renamed.sources(compared.renamed.new_ids))
        return self._made

    def _removed_keys(self) -> set[str]:
        removed = {each.key for difference in self._compared.differences for each in difference.removed}
        return removed | {each.key for each in self._outdated()}

    def _add_dossiers(self) -> None:
        """The Sources that stand for the files, those of which something changes, before all that refers to them."""
        written = []
        for difference in self._compared.differences:
            if difference.file.id in self._compared.renamed.new_ids:
                continue
            file, before = difference.file, self._compared.books.files.get(difference.file.id)
            own = {"title": file.dossier.title, "sha256": file.sha256, "form": names.FORM}
            same = before is not None and all(before[name] == value for name, value in own.items())
            decided = file.id in self._compared.redecided
            if not same or decided or difference.added or difference.removed or difference.redescribed:
                when = {"loaded": self._now.isoformat(), "position": self._compared.positions[file.id]}
                properties = node_properties(Node("Source", file.id), {**own, **when, "kind": model.LOADED_FILE})
                written.append({"id": file.id, "properties": properties})
                self._made.changes.append(f"{file.id} {file.sha256}")
        self._made.add("load/nodes/dossier", written)
        back = [{"id": each.id} for each in self._compared.books.restored if each.id in self._compared.files]
        self._made.add("retract/unmark", back)

    def _add_nodes(self) -> None:
        written: dict[str, list[Row]] = defaultdict(list)
        for node, (fields, disagreed) in self._compared.merged.items():
            text = self._compared.text_at(node) if "sha256" in fields else None
            written[node.label].append({"id": node.id, "properties": node_properties(node, fields, text)})
            self._made.notes += disagreements.notes(self._compared, node, fields, disagreed)
        for label in model.labels():
            self._made.add_nodes(label, written[label])
        added = (relation for difference in self._compared.differences for relation in difference.added)
        spellings = {relation.start.id for relation in added if relation.start.label == "Name"}
        self._made.add("load/nodes/name", [{"id": spelling} for spelling in sorted(spellings)])

    def _add_descriptions(self) -> None:
        for difference in self._compared.differences:
            id, before = difference.file.id, difference.present.descriptions
            self._made.add_placed(
                placed(id, describing(id, difference.descriptions[node], own), self._compared.after)
                for node, own in difference.keys_and_records.items()
                if before.get(node) != (own[0],)
            )

    def _add_statements(self) -> None:
        self._made.add_placed(
            placed(difference.file.id, relation, self._compared.after)
            for difference in self._compared.differences
            for relation in difference.added
        )

    def _add_removed(self) -> None:
        self._made.add_removed([each for difference in self._compared.differences for each in difference.removed])
        self._made.add_removed(self._outdated())

    def _outdated(self) -> list[StoredStatement]:
        """Descriptions that no longer hold, but for those that go with their node."""
        return [
            StoredStatement(node, key, node)
            for difference in self._compared.differences
            for node, keys in difference.present.descriptions.items()
            if self._compared.before.kept(node) not in self._compared.gone
            for key in keys
            if difference.keys_and_records.get(node, ("", ""))[0] != key
        ]
