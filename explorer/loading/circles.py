"""Circles of parts: what is a part of something that is, by way of others, a part of it; each goes out as a fault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from explorer.errors import Problem
from explorer.graph.base import Reader
from explorer.loading.decisions import Decision
from explorer.loading.diff import Difference
from explorer.loading.extract import Relation
from explorer.loading.identities import Identities
from explorer.loading.moves import Said
from explorer.loading.node import Node
from explorer.loading.rows import end, read_of, start
from explorer.reading.input_files import InputFile
from explorer.reading.located import Location

_TYPE = "PART_OF"
#: Entities of a circle that a message names.
_MOST_NAMED = 5
#: So many links of circles are followed: with long circles through each other there would be no end of them.
_MOST_LINKS = 100_000


class _Part(NamedTuple):
    """What an entity is a part of, and the file that says so: its id, and where in it, if it is being loaded."""

    whole: Node
    file: str
    read: InputFile | None = None
    location: Location = ()


class Circles:
    """Which entity is a part of which, as these files and those in the graph say.

    `moving` is what is said of ids that the files' decisions give another meaning; entities are told apart as it is
    `after` these.
    """

    def __init__(
        self,
        reader: Reader,
        differences: Sequence[Difference],
        before: Identities,
        after: Identities,
        moving: Iterable[Said],
    ) -> None:
        self._reader = reader
        self._files = [each.file.id for each in differences]
        self._before, self._after = before, after
        self._parts: dict[Node, list[_Part]] = defaultdict(list)
        for difference in differences:
            for each in difference.content.relations.values():
                self._add(each, difference.file.id, difference.file)
        for file, relation in moving:
            if file not in self._files:
                self._add(relation, file)
        self._add_stored()

    def _add(self, relation: Relation, file: str, read: InputFile | None = None) -> None:
        if relation.type == _TYPE:
            self._add_part(relation.start, _Part(relation.end, file, read, relation.location))

    def _add_part(self, node: Node, part: _Part) -> None:
        """Note a part. A statement between two ids of one entity is set aside."""
        entity, whole = self._after.kept(node), self._after.kept(part.whole)
        if entity != whole or node == part.whole:
            self._parts[entity].append(part._replace(whole=whole))

    def _add_stored(self) -> None:
        """Add what other files say of all that is reached, one level after the other."""
        seen: set[Node] = set()
        while new := {part.whole for parts in self._parts.values() for part in parts} - seen:
            seen |= new
            members = [member for node in new for member in self._after.members(node)]
            for row in read_of(self._reader, "load/wholes", members, self._before, files=self._files):
                self._add_part(start(row), _Part(end(row), row["file"]))

    def problems(self, decisions: Iterable[Decision], files: Mapping[str, InputFile]) -> Iterator[Problem]:
        """A fault for each circle that these files close, or their decisions; the graph may have others from before."""
        moved = self._before.moved(self._after)
        deciding = {self._after.kept(node): each for each in decisions for node in each.nodes if node in moved}
        for circle in _circles({node: [each.whole for each in parts] for node, parts in self._parts.items()}):
            links = [self._link(*pair) for pair in zip(circle, [*circle[1:], circle[0]], strict=True)]
            if own := next((link for link in reversed(links) if link.read), None):
                assert own.read
                yield own.read.tree.problem(own.location, _message(circle, links))
            elif decision := next((deciding[node] for node in circle if node in deciding), None):
                message = f"{_message(circle, links)}, or take this decision back"
                yield files[decision.file].tree.problem(decision.location, message)

    def _link(self, node: Node, whole: Node) -> _Part:
        """Who says that the one is a part of the other: one of these files, if any does."""
        saying = [each for each in self._parts[node] if each.whole == whole]
        return next((each for each in saying if each.read), saying[0])


def _message(circle: list[Node], links: list[_Part]) -> str:
    first = circle[0].id
    if len(circle) == 1:
        return f"'{first}' cannot be a part of itself: name what it is a part of"
    *wholes, last = [f"'{each.whole.id}'" + ("" if each.read else f" (in the file '{each.file}')") for each in links]
    more = [f"{len(wholes) - _MOST_NAMED} more"] if len(wholes) > _MOST_NAMED else []
    through = ", which is a part of ".join([*wholes[:_MOST_NAMED], *more, last])
    return f"'{first}' is a part of {through}, and nothing is a part of itself: take one `part_of` away"


def _circles(wholes: Mapping[Node, list[Node]]) -> Iterator[list[Node]]:
    """Each circle that is met on a walk along all that is a part of something; every link is gone once."""
    done: set[Node] = set()
    links = 0
    for first in wholes:
        path: list[Node] = []
        places: dict[Node, int] = {}
        walks: list[tuple[Node, Iterator[Node]]] = [] if first in done else [(first, iter(wholes[first]))]
        while walks and links < _MOST_LINKS:
            node, onward = walks[-1]
            if node not in places:
                places[node] = len(path)
                path.append(node)
            whole = next(onward, None)
            if whole is None:
                walks.pop()
                done.add(path.pop())
                del places[node]
            elif whole in places:
                links += len(path) - places[whole]
                circle = path[places[whole] :]
                first_named = circle.index(min(circle))
                yield circle[first_named:] + circle[:first_named]
            elif whole not in done:
                walks.append((whole, iter(wholes.get(whole, []))))
