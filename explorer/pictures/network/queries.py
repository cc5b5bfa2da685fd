"""Keys of what a picture shows come in; the graph is asked, and nodes, links and what belongs with them go out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer import dates
from explorer.graph.base import Graph
from explorer.pictures.network.model import Key, Link, Node, Statement
from explorer.statements import statement

#: Of what several sources say of one participant, the picture shows what stands first here.
_PARTS = ("took part", "was to take part", "was invited", "was absent")
#: What is said of both where it is said of one of them.
_MUTUAL = ("contradicts",)


@dataclass(frozen=True)
class Ties:
    """A graph to ask for what ties things together, each time within `timeout` seconds. Raises TooSlow."""

    graph: Graph
    timeout: float | None

    def nodes(self, keys: Collection[Key], asked: Collection[Key] = ()) -> tuple[Node, ...]:
        """The nodes, in the order of the keys; without those that the graph does not have."""
        found = {(row["entity"], row["id"]): row for row in self._rows("nodes", **_by_entity(keys))}
        return tuple(_node(found[key], key in asked) for key in keys if key in found)

    def links(self, nodes: Sequence[Node]) -> tuple[Link, ...]:
        """How these nodes hang together, in the order of the nodes."""
        rows = self._rows("links", **_by_entity((node.entity, node.id) for node in nodes))
        return _in_order(_merged(map(_link, rows)), nodes)

    def statements(self, nodes: Sequence[Node]) -> list[Statement]:
        """What each source says of how these nodes hang together, in the order of the nodes.

        Its words for just that, else the first in which it reports the meeting or the claim.
        """
        keys = _by_entity((node.entity, node.id) for node in nodes)
        reports = self._rows("reports", meetings=keys["meetings"], claims=keys["claims"])
        words = {(f"{row['entity']}:{row['id']}", row["said_by"]): row["quote"] for row in reversed(reports)}
        found = []
        for row in self._rows("links", **keys):
            link = _link(row)
            quotes = (row["quote"], *(words.get((end, row["said_by"])) for end in (link.source, link.target)))
            found.append(Statement(link, row["said_by"], next(filter(None, quotes), None)))
        place = {node.key: at for at, node in enumerate(nodes)}
        return sorted(found, key=lambda each: _place(each.link, place) + (each.said_by, each.quote or ""))

    def pairs(self, nodes: Sequence[Node], meetings: Sequence[str] | None) -> tuple[Link, ...]:
        """Which two actors attended the same of these meetings, or the same at all, and how often."""
        actors = [node.id for node in nodes]
        if meetings is None:
            rows = self._rows("pairs-of-actors", actors=actors)
        else:
            rows = self._rows("pairs-in-meetings", actors=actors, meetings=meetings)
        place = {node.key: at for at, node in enumerate(nodes)}
        both = [(sorted((f"actor:{row['one']}", f"actor:{row['other']}"), key=place.__getitem__), row) for row in rows]
        return _in_order([Link(one, other, "met", row["meetings"]) for (one, other), row in both], nodes)

    def shared_meetings(self, actors: Sequence[str], most: int) -> tuple[list[Key], int]:
        """The meetings that at least two of these actors attended, at most so many, and how many there are."""
        return self._most("meeting", "shared-meetings", actors=actors, most=most)

    def participants(self, keys: Collection[Key], most: int) -> tuple[list[Key], int]:
        """Who else took part in these meetings or made these claims, at most so many, and how many there are."""
        return self._most("actor", "participants", **_by_entity(keys), most=most)

    def around(self, key: Key, most: int) -> tuple[list[Key], int]:
        """What is one step away from a node, at most so many, and how many there are."""
        rows = self._rows(f"around-{key[0]}", id=key[1], most=most)
        total = rows[0].get("total", len(rows)) if rows else 0
        return [(row["entity"], row["id"]) for row in rows[:most]], total

    def _most(self, entity: str, name: str, **parameters: Any) -> tuple[list[Key], int]:
        row = self._rows(name, **parameters)[0]
        return [(entity, id) for id in row["ids"]], row["total"]

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return self.graph.read(statement(f"pictures/{name}"), parameters, timeout=self.timeout).rows


def _by_entity(keys: Iterable[Key]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {"actors": [], "meetings": [], "claims": []}
    for entity, id in keys:
        found[f"{entity}s"].append(id)
    return found


def _node(row: dict[str, Any], asked: bool) -> Node:
    status = row["status"] if row["status"] != "held" else None
    detail = ", ".join(part for part in (dates.show(row["date"]), status) if part)
    return Node(row["kind"], row["id"], row["label"] or row["id"], detail, asked, status or "")


def _link(row: dict[str, Any]) -> Link:
    source, target = f"{row['source_entity']}:{row['source']}", f"{row['target_entity']}:{row['target']}"
    if row["kind"] in _MUTUAL and source > target:
        source, target = target, source
    return Link(source, target, row["kind"], 1)


def _merged(links: Iterable[Link]) -> list[Link]:
    """Each link once, and one part of an actor in a meeting."""
    once: dict[tuple[str, str, str], Link] = {}
    for link in links:
        part = "part" if link.kind in _PARTS else link.kind
        before = once.setdefault((link.source, link.target, part), link)
        if part == "part" and _PARTS.index(link.kind) < _PARTS.index(before.kind):
            once[link.source, link.target, part] = link
    return list(once.values())


def _in_order(links: Iterable[Link], nodes: Sequence[Node]) -> tuple[Link, ...]:
    place = {node.key: at for at, node in enumerate(nodes)}
    return tuple(sorted(links, key=lambda link: _place(link, place)))


def _place(link: Link, place: Mapping[str, int]) -> tuple[int, int, str]:
    return place[link.source], place[link.target], link.kind
