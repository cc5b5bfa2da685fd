"""Ids that were made and that another file has too: one entity if it is called so there, which is said; else a fault.

An entity that is named in several files is one, and an id that is made of a name or of date and title says no less than
one that a person chose. But an actor must be of the same kind, and a claim may not be somebody else's.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from explorer import model
from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading.diff import Difference
from explorer.loading.node import Fields, Node
from explorer.loading.rows import Row
from explorer.reading.made_ids import made_id
from explorer.statements import statement

#: Entities of a file that have a note of their own.
_MOST_TOLD = 3


class TakenIds:
    """What several files say of entities whose ids were made. `others` is what files say that are not loaded here."""

    def __init__(self, reader: Reader, differences: Sequence[Difference], others: Mapping[Node, list[Row]]) -> None:
        self._reader = reader
        self._differences = differences
        self._others = others
        self.problems: list[Problem] = []
        #: Entities that are taken to be those of other files.
        self.warnings: list[Problem] = []
        for number, difference in enumerate(differences):
            self._check(number, difference)

    def _check(self, number: int, difference: Difference) -> None:
        taken: dict[Node, list[str]] = {}
        for node, description in difference.descriptions.items():
            if node in difference.redescribed and _made(difference, node):
                for file, fields, speakers in self._elsewhere(number, node):
                    fault = _fault_of_one_id(node, description.fields, fields)
                    if not fault and self._said_by_others(number, node, speakers):
                        fault = "a claim of this date and text is somebody else's"
                    if fault:
                        message = f"{fault} in '{file}': give this one an `id` of its own"
                        self.problems.append(difference.file.tree.problem(description.location, message))
                    else:
                        taken.setdefault(node, []).append(file)
        self.warnings += _told(difference, taken)

    def _elsewhere(self, own: int, node: Node) -> Iterator[tuple[str, Fields, set[str]]]:
        """Each other file that describes the entity, with what it says of it, and who speaks there."""
        for row in self._others.get(node, []):
            yield row["file"], json.loads(row["record"]), self._stored_speakers.get(node.id, set())
        for number, other in enumerate(self._differences):
            # Of two files that both made the id, the second one is told.
            if node in other.descriptions and (number < own or (number > own and not _made(other, node))):
                yield other.file.id, other.descriptions[node].fields, self._speakers[number].get(node.id, set())

    def _said_by_others(self, number: int, node: Node, others: set[str]) -> bool:
        """Whether the file of that number and others give a claim to different speakers."""
        own = self._speakers[number].get(node.id, set()) if others else set()
        return bool(own and others and not own & others)

    @cached_property
    def _speakers(self) -> list[dict[str, set[str]]]:
        """Who speaks in each of these files, by the id of the claim."""
        speakers: list[dict[str, set[str]]] = []
        for difference in self._differences:
            speakers.append(defaultdict(set))
            for each in difference.content.relations.values():
                if each.type == "MADE_BY" and each.properties["capacity"] == "speaker":
                    speakers[-1][each.start.id].add(each.end.id)
        return speakers

    @cached_property
    def _stored_speakers(self) -> dict[str, set[str]]:
        """Who speaks in other files, by the id of the claim."""
        ids = [node.id for node in self._others if node.label == "Claim"]
        given = {"ids": ids, "files": [difference.file.id for difference in self._differences]}
        rows = self._reader.read(statement("load/speakers"), given).rows if ids else []
        return {row["id"]: set(row["speakers"]) for row in rows}


def _told(difference: Difference, taken: Mapping[Node, list[str]]) -> Iterator[Problem]:
    """A note of each of the first entities that are taken to be those of other files, and one of how many more are."""
    remedy = "if it is not, give it an `id` of its own"
    for number, (node, files) in enumerate(taken.items()):
        location, more = difference.descriptions[node].location, len(taken) - number
        of = f"'{files[0]}'" if len(files) == 1 else f"'{files[0]}' and of {len(files) - 1} more"
        if number == _MOST_TOLD and more > 1:
            message = f"this and {more - 1} more are taken to be what other files describe, this '{node.id}' of {of}"
            yield difference.file.tree.problem(location, f"{message}: {remedy}")
            return
        yield difference.file.tree.problem(location, f"this is taken to be '{node.id}' of {of}: {remedy}")


def _made(difference: Difference, node: Node) -> bool:
    return (model.kind_of(node.label).name, node.id) in difference.file.made_ids


def _fault_of_one_id(node: Node, own: Fields, other: Fields) -> str:
    """What shows that the two are not one entity; '' where they are."""
    kind = model.kind_of(node.label)
    names = [name for name in [other.get(kind.title), *other.get("aliases", [])] if name]
    if names and all(made_id(kind, name, other.get("date_text")) != node.id for name in names):
        return f"the id '{node.id}', which is made of this one's {kind.title}, is that of '{names[0]}'"
    if kind.further_labels and own.get("kind") and other.get("kind", own["kind"]) != own["kind"]:
        return f"'{node.id}', which is made of this one's {kind.title}, is the id of a {other['kind']}"
    return ""
