"""Entities whose made ids change with the name, title or date that they are made of: a note of each goes out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from explorer import model, names
from explorer.errors import Problem
from explorer.loading.comparison import Comparison
from explorer.loading.diff import Difference
from explorer.loading.node import Fields, Node
from explorer.loading.rows import read_of, start
from explorer.reading.made_ids import made_id

#: How alike two titles are at least, in percent, of what may have been renamed.
_LIKENESS_PERCENT = 60
#: So many pairs of one day are compared: where more change at once, nobody would read of each.
_MOST_PAIRS = 10_000


class _Dated(NamedTuple):
    node: Node
    title: str
    date: str | None


def notes(compared: Comparison) -> Iterator[Problem]:
    """What has another id now than when its file was loaded before."""
    for difference in compared.differences:
        made = [node for node in _new(difference) if (_kind(node).name, node.id) in difference.file.made_ids]
        gone = _gone(compared, difference) if made else []
        new = [_dated(node, difference.descriptions[node].fields) for node in made]
        for old, now in _pairs(gone, new):
            kind = _kind(now.node)
            of = "its date and title" if kind.reported else f"its {kind.title}"
            message = (
                f"the {kind.name} '{old.node.id}' has the id '{now.node.id}' now, which is made of {of}, and its old "
                f"address leads nowhere: give it the `id` {old.node.id} if that is to stay"
            )
            yield difference.file.tree.problem(difference.descriptions[now.node].location, message)


def _new(difference: Difference) -> list[Node]:
    before = difference.present.descriptions
    return [node for node in difference.descriptions if node not in before] if before else []


def _gone(compared: Comparison, difference: Difference) -> list[_Dated]:
    """What the file described before under an id that was made, and no file does any more."""
    wanted = (difference.present.descriptions.keys() - difference.descriptions.keys()) & compared.orphaned
    rows = read_of(compared.reader, "load/descriptions", wanted, compared.before, files=[])
    found = [_dated(start(row), json.loads(row["record"])) for row in rows if row["file"] == difference.file.id]
    return [each for each in found if made_id(_kind(each.node), each.title, each.date) == each.node.id]


def _dated(node: Node, fields: Fields) -> _Dated:
    return _Dated(node, str(fields.get(_kind(node).title) or ""), fields.get("date_text"))


def _kind(node: Node) -> model.Kind:
    return model.kind_of(node.label)


def _pairs(gone: list[_Dated], new: list[_Dated]) -> Iterator[tuple[_Dated, _Dated]]:
    """What is the same entity: the only one of a title on both sides, else what is called alike on the same day."""
    from rapidfuzz import fuzz  # only a file that is changed so needs it

    left, there = dict.fromkeys(gone), dict.fromkeys(new)
    called = _grouped(new, by_title=True)
    for title, old in _grouped(gone, by_title=True).items():
        now = called.get(title, [])
        if len(old) == len(now) == 1:
            del left[old[0]], there[now[0]]
            yield old[0], now[0]
    others = _grouped(list(there), by_title=False)
    for day, old in _grouped(list(left), by_title=False).items():
        now = others.get(day, [])
        if len(old) * len(now) <= _MOST_PAIRS:
            alike = [
                (fuzz.ratio(names.normalize(one.title), names.normalize(two.title)), one, two)
                for one in old
                for two in now
            ]
            for likeness, one, two in sorted(alike, key=lambda each: -each[0]):
                if likeness >= _LIKENESS_PERCENT and one in left and two in there:
                    del left[one], there[two]
                    yield one, two


def _grouped(found: list[_Dated], *, by_title: bool) -> dict[tuple[str, str | None], list[_Dated]]:
    """By main label and title, or by main label and date."""
    groups: dict[tuple[str, str | None], list[_Dated]] = defaultdict(list)
    for each in found:
        groups[each.node.label, names.normalize(each.title) if by_title else each.date].append(each)
    return groups
