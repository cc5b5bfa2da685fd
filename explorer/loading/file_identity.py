"""Whether a file is the one that was loaded under its id before, edited, or another, or has lost nearly all it said."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading.bookkeeping import Bookkeeping
from explorer.loading.diff import Difference
from explorer.loading.likeness import Version, kinds_of, own
from explorer.loading.node import Node

#: A file may lose one thing that it reports, though it was the only one.
_FEW = 1


class Allowed(NamedTuple):
    """What a load may do that it else asks about: let a file take the place of another, or stand beside one like it."""

    replace: bool = False
    keep_both: bool = False


def others_of_one_id(reader: Reader, differences: list[Difference], books: Bookkeeping) -> list[Problem]:
    """The files that share little with what the graph has under their ids. A load that was cut off is gone on with.

    Two files of one id in one load are a fault that is told already.
    """
    number_of_files = Counter(difference.file.id for difference in differences)
    return [
        difference.file.tree.problem(("id",), message)
        for difference in differences
        if difference.file.id in books.files and difference.file.id not in books.state.unfinished
        if number_of_files[difference.file.id] == 1
        if (message := _question(reader, difference, books.files[difference.file.id]["title"]))
    ]


def _question(reader: Reader, difference: Difference, title: str) -> str:
    """What is asked of a file that has less than a quarter of what was its own; '' where nothing is."""
    before = difference.present.descriptions
    there = own(before)
    if not there or len(there - difference.redescribed) * 4 >= len(there):
        return ""
    remaining = _remaining(reader, difference, there)
    if remaining * 4 >= len(there):
        return ""
    id, new = difference.file.id, len(difference.descriptions.keys() - before.keys())
    if new + len(there & difference.descriptions.keys()) - remaining > remaining:
        return (
            f"the graph has another file of the id '{id}', '{title}', which shares little with this one: "
            f"give this one an id of its own ({_how(difference)}), "
            "or load it with --replace if it is to take the other's place"
        )
    if len(there) <= _FEW and before.keys() & difference.descriptions.keys():
        return ""
    left = f"{remaining} of the {len(there)} {kinds_of(there)}" if remaining else f"none of the {kinds_of(there)}"
    return (
        f"this file has {left} left that it had when it was loaded before, and the rest would be taken away: "
        "bring back what is missing, or load it with --replace if all that is to go"
    )


def _how(difference: Difference) -> str:
    where = "`id` in dossier.csv" if difference.file.is_folder else "`id:` at its top"
    return f"{where}, or another name"


def _remaining(reader: Reader, difference: Difference, there: set[Node]) -> int:
    quoted = {
        relation.subject
        for key, relation in difference.content.relations.items()
        if key in difference.present.statements and "quote" in relation.properties
    }
    sources = {node for node in difference.present.descriptions if node.label == "Source"}
    same_sources = not sources or bool(sources & difference.descriptions.keys() - difference.redescribed)
    return Version(difference.descriptions, quoted).remaining(reader, there, same_sources)
