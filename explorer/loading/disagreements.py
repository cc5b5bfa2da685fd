"""Fields of an entity on which files or reports disagree, or say too little: a note of each goes out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from explorer import model
from explorer.errors import Problem
from explorer.loading.comparison import Comparison
from explorer.loading.node import Fields, Node


def notes(compared: Comparison, node: Node, kept: Fields, names: list[str]) -> Iterator[Problem]:
    """What is to be said of an entity with these fields, where files give several values for those of these names."""
    yield from _disagreements(compared, node, kept, names)
    yield from _silent_reports(compared, node, kept)


def _disagreements(compared: Comparison, node: Node, kept: Fields, names: list[str]) -> Iterator[Problem]:
    """Where one of the files being loaded gives another value than what is kept."""
    for difference in compared.differences:
        if described := difference.descriptions.get(node):
            for name in names:
                if described.fields.get(name, kept[name]) != kept[name]:
                    written = "date" if name == "date_text" else name
                    yield difference.file.tree.problem(
                        (*described.location, written),
                        f"files disagree on `{written}` of '{node.id}': '{kept[name]}' is kept, "
                        f"which was loaded first{_by(compared, node, name, kept[name])}, "
                        f"and not '{described.fields[name]}' of this file",
                    )


def _by(compared: Comparison, node: Node, name: str, kept: Any) -> str:
    """Which file it was that gave a field so."""
    members = compared.after.members(node)
    given = [
        row["file"]
        for each in members
        for row in compared.others.get(each, [])
        if json.loads(row["record"]).get(name) == kept
    ]
    given += [
        difference.file.id
        for difference in compared.differences
        for each in members
        if each in difference.descriptions and difference.descriptions[each].fields.get(name) == kept
    ]
    return f" with the file '{given[0]}'" if given else ""


def _silent_reports(compared: Comparison, node: Node, kept: Fields) -> Iterator[Problem]:
    """Fields that reports tell, where one says what is less than usual and another says nothing: it counts for
    nothing, and may have meant the usual."""
    told = [each[node] for each in compared.told if node in each]
    for field in model.kind_of(node.label).told:
        silent = any("" in words.get(field.name, ()) for words in told)
        if silent and kept.get(field.name, field.words[0]) != field.words[0]:
            for difference in compared.differences:
                if described := difference.descriptions.get(node):
                    yield difference.file.tree.problem(
                        described.location,
                        f"'{node.id}' counts as {kept[field.name]}, since a report says so and none says "
                        f"{field.words[0]}; others give no `{field.name}`: write `{field.name}: {field.words[0]}` "
                        "there if it was",
                    )
