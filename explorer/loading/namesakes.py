"""Entities of one kind and name under several ids, which may be one entity: files come in, a note of each goes out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from explorer import model, names
from explorer.errors import Problem
from explorer.graph.base import batches
from explorer.loading.comparison import Comparison
from explorer.loading.diff import Difference
from explorer.loading.extract import Relation
from explorer.loading.node import Node
from explorer.reading.made_ids import made_id
from explorer.statements import statement


class _Bearer(NamedTuple):
    """What bears a name. `difference` and `relation` are of the file that says so, if that is being loaded."""

    node: Node
    kind: str | None
    where: str
    difference: Difference | None = None
    relation: Relation | None = None


class Namesakes:
    """Who bears the names that these files bring."""

    def __init__(self, compared: Comparison) -> None:
        self._compared = compared
        differences = compared.differences
        new = {each.start.id for difference in differences for each in _whole(difference.added)}
        #: By name: who bore it before this load, in this or another file; who bears it now.
        self._before: dict[str, set[Node]] = defaultdict(set)
        self._now: dict[str, dict[Node, _Bearer]] = defaultdict(dict)
        if compared.books.files:
            self._read(new)
        for difference in differences:
            for each in _whole(difference.content.relations.values()):
                if each.start.id in new:
                    self._now[each.start.id][each.end] = self._bearer(difference, each)

    def _read(self, spellings: set[str]) -> None:
        """Who is called so in the graph; but for countries that places name and nobody describes."""
        for batch in batches([{"id": each} for each in sorted(spellings)]):
            for row in self._compared.reader.read(statement("load/namesakes"), {"rows": batch}).rows:
                label = next(label for label in model.labels() if label in row["labels"])
                node, spelling = Node(label, row["id"]), row["spelling"]
                self._before[spelling].add(node)
                made = made_id(model.kind_of(label), row["name"] or "")
                if row["file"] in self._compared.files or (row["is_country"] and node.id in (made, f"{made}-place")):
                    continue
                self._now[spelling][node] = _Bearer(node, row["kind"], f"the file '{row['file']}'")

    def _bearer(self, difference: Difference, relation: Relation) -> _Bearer:
        at = difference.file.tree.problem(relation.location, "")
        kind = self._compared.fields_of(relation.end).get("kind")
        return _Bearer(relation.end, kind, f"{at.file}:{at.line}", difference, relation)

    def notes(self) -> Iterator[Problem]:
        """For each entity that has a name anew, one note of another that has it, unless it is decided what they are."""
        told = set()
        for spelling, bearers in self._now.items():
            before = self._before[spelling]
            in_order = sorted(bearers.values(), key=lambda each: each.node not in before)
            for number, bearer in enumerate(in_order):
                if bearer.node in before:
                    continue
                other = next((each for each in islice(in_order, number) if self._may_be_one(each, bearer)), None)
                if other and (bearer.node, other.node) not in told:
                    told.add((bearer.node, other.node))
                    yield self._note(spelling, bearer, other)

    def _may_be_one(self, one: _Bearer, other: _Bearer) -> bool:
        alike = (one.node.label, one.kind) == (other.node.label, other.kind)
        return alike and self._compared.after.verdict(one.node, other.node) is None

    def _note(self, spelling: str, bearer: _Bearer, other: _Bearer) -> Problem:
        assert bearer.difference and bearer.relation  # since its name is new
        given = self._compared.fields_of(bearer.node)
        called = [name for name in [given.get("name"), *given.get("aliases", [])] if names.normalize(name) == spelling]
        one, two = other.node.id, bearer.node.id
        same, different = f"`same: [[{one}, {two}]]`", f"`different: [[{one}, {two}]]`"
        if bearer.difference.file.is_folder:
            same, different = f"`{one};{two}` under `ids` in same.csv", "in different.csv"
        return bearer.difference.file.tree.problem(
            bearer.relation.location,
            f"'{two}' has the name '{(called or [spelling])[0]}', which '{one}' has too: if they are one, "
            f"write {same}; if not, {different}, and this is not told again. '{one}' stands in {other.where}",
        )


def _whole(relations: Iterable[Relation]) -> Iterator[Relation]:
    """Those that are whole names of records. A country that a place names has no record, and stands in a field."""
    for each in relations:
        if each.type == "NAMES" and each.properties["whole"] and not isinstance(each.location[-1], str):
            yield each
