"""What a network is made of, read from the graph: its nodes, the links between them, and what is one step away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from explorer import dates, model
from explorer.graph.base import Graph
from explorer.pictures.network.elements import (
    MET,
    EntityRef,
    Link,
    Node,
    SourcedLink,
    drawn_relationships,
    link_kind,
    participations,
)
from explorer.statements import statement

_ACTOR = "actor"
#: Statements for the kinds whose neighbours have an order of their own, or are very many.
_AROUND = {"actor": "around-actor", "meeting": "around-meeting", "claim": "around-claim"}


@dataclass(frozen=True)
class NetworkQueries:
    """A graph to ask, each time within `timeout` seconds. Everything raises TooSlow and GraphUnreachable."""

    graph: Graph
    timeout: float | None

    def nodes(self, refs: Collection[EntityRef], asked: Collection[EntityRef] = ()) -> tuple[Node, ...]:
        """The nodes of these entities, in their order; without those that the graph does not have."""
        keys = [{**_key(ref), "title": model.kind_of(ref[0]).title} for ref in refs]
        rows = {_ref(row["label"], row["id"]): row for row in self._rows("nodes", keys=keys)}
        return tuple(_node(ref, rows[ref], ref in asked) for ref in refs if ref in rows)

    def links(self, nodes: Sequence[Node]) -> tuple[Link, ...]:
        """How these nodes hang together, in the order of the nodes."""
        return _in_order(_merged(sourced.link for sourced in self._sourced(nodes)), nodes)

    def sourced_links(self, nodes: Sequence[Node]) -> list[SourcedLink]:
        """How these nodes hang together by each source, in the order of the nodes.

        With its words for just that, else the first in which it reports the meeting or the claim.
        """
        reported = [_key(node.ref) for node in nodes if model.kind_of(node.entity).reported]
        reports = {
            (_node_key(row["label"], row["id"]), row["said_by"]): row["quote"]
            for row in reversed(self._rows("reports", keys=reported))
        }
        sourced_links = []
        for sourced in self._sourced(nodes):
            ends = (sourced.link.source, sourced.link.target)
            quotes = (sourced.quote, *(reports.get((end, sourced.said_by)) for end in ends))
            sourced_links.append(replace(sourced, quote=next(filter(None, quotes), None)))
        places = _places(nodes)
        return sorted(sourced_links, key=lambda sourced: (
            *_place(sourced.link, places), sourced.said_by, sourced.quote or ""
        ))  # fmt: skip

    def pairs(self, nodes: Sequence[Node], meetings: Sequence[str] | None) -> tuple[Link, ...]:
        """Which two actors attended the same of these meetings, or the same at all, and how often."""
        actors = [node.id for node in nodes]
        if meetings is None:
            rows = self._rows("pairs-of-actors", actors=actors)
        else:
            rows = self._rows("pairs-in-meetings", actors=actors, meetings=meetings)
        places = _places(nodes)
        links = []
        for row in rows:
            one, other = sorted((f"{_ACTOR}:{row['one']}", f"{_ACTOR}:{row['other']}"), key=places.__getitem__)
            links.append(Link(one, other, MET, row["meetings"]))
        return _in_order(links, nodes)

    def shared_meetings(self, actors: Sequence[str], most: int) -> tuple[list[EntityRef], int]:
        """The meetings that at least two of these actors attended, at most so many, and how many there are."""
        return self._most("meeting", "shared-meetings", actors=actors, most=most)

    def participants(self, refs: Collection[EntityRef], most: int) -> tuple[list[EntityRef], int]:
        """Who else took part in these meetings or made these claims, at most so many, and how many there are."""
        keys = [{**_key(ref), "type": type} for ref in refs if (type := _leads_to_actors(ref[0]))]
        actors = [id for kind, id in refs if kind == _ACTOR]
        return self._most(_ACTOR, "participants", keys=keys, actors=actors, most=most)

    def around(self, ref: EntityRef, most: int) -> tuple[tuple[Node, ...], int]:
        """An entity, then at most so many that are one step away from it, and how many of these there are."""
        kind, id = ref
        step = {"labels": _labels(), "outward": outward(kind), "inward": inward(kind)}
        name = _AROUND.get(kind, "around")
        if kind == _ACTOR and not kinds_that_lead_to(kind) <= set(_AROUND):
            name = "around"  # the actor's own has types and labels of meetings and claims written out
        rows = self._rows(name, id=id, label=model.kind_of(kind).label, most=most + 1, **step, **_titles())
        total = rows[0].get("total", len(rows) - 1) if rows else 0
        nodes = {found: _node(found, row, found == ref) for row in rows if (found := _ref(row["label"], row["id"]))}
        return tuple(nodes.values())[: most + 1], total

    def _sourced(self, nodes: Sequence[Node]) -> list[SourcedLink]:
        """Each link as often as sources report it, with their words for just that."""
        parameters = {
            "keys": [_key(node.ref) for node in nodes],
            "ids": [node.id for node in nodes],
            "labels": _labels(),
            "types": [relationship.type for relationship in drawn_relationships()],
        }
        there = {node.key for node in nodes}
        once = dict.fromkeys(map(_sourced_link, self._rows("links", **parameters)))
        return [
            replace(sourced, link=_first_end_first(sourced.link))
            for sourced in once
            if {sourced.link.source, sourced.link.target} <= there
        ]

    def _most(self, kind: str, name: str, **parameters: Any) -> tuple[list[EntityRef], int]:
        row = self._rows(name, **parameters)[0]
        return [(kind, id) for id in row["ids"]], row["total"]

    def _rows(self, name: str, **parameters: Any) -> list[dict[str, Any]]:
        return self.graph.read(statement(f"pictures/{name}"), parameters, timeout=self.timeout).rows


def _titles() -> dict[str, list[str]]:
    """The labels whose nodes are called by a name, and those by a title; the others have a text."""
    return {
        list_name: [kind.label for kind in model.KINDS if kind.title == title]
        for list_name, title in (("named", "name"), ("titled", "title"))
    }


def outward(kind: str) -> list[str]:
    """The types of the lines that begin at entities of this kind."""
    return [each.type for each in drawn_relationships() if kind in (start for start, _ in each.ends)]


def inward(kind: str) -> list[str]:
    """The types of the lines that begin at entities of other kinds and end at one of this kind."""
    return [
        relationship.type
        for relationship in drawn_relationships()
        if any(start != kind and end == kind for start, end in relationship.ends)
    ]


def kinds_that_lead_to(kind: str) -> set[str]:
    """The other kinds at which lines begin that end at this kind."""
    return {start for type in inward(kind) for start, end in model.relationship(type).ends if end == kind}


def _leads_to_actors(kind: str) -> str | None:
    """The type of the lines from this kind to those who did it: the first that ends at actors."""
    types = (each.type for each in drawn_relationships() if (kind, _ACTOR) in each.ends)
    return None if kind == _ACTOR else next(types, None)


def _labels() -> list[str]:
    return [model.kind_of(name).label for name in model.names(drawn=True)]


def _key(ref: EntityRef) -> dict[str, str]:
    """An entity as a parameter of a statement."""
    return {"label": model.kind_of(ref[0]).label, "id": ref[1]}


def _ref(label: str, id: str) -> EntityRef:
    return model.kind_of(label).name, id


def _node_key(label: str, id: str) -> str:
    return f"{model.kind_of(label).name}:{id}"


def _node(ref: EntityRef, row: Mapping[str, Any], asked: bool) -> Node:
    entity, id = ref
    kind = row["kind"] if model.kind_of(entity).further_labels else entity
    status = row["status"] if row["status"] != "held" else None
    detail = ", ".join(part for part in (dates.show(row["date"]), status) if part)
    return Node(entity, kind, id, row["title"] or id, detail, asked, status or "")


def _sourced_link(row: Mapping[str, Any]) -> SourcedLink:
    start, end = _node_key(row["start_label"], row["start_id"]), _node_key(row["end_label"], row["end_id"])
    kind = link_kind(row["type"], row["participation"], row["meeting"])
    ends = (end, start) if model.relationship(row["type"]).drawn_back else (start, end)
    return SourcedLink(Link(*ends, kind, 1), row["said_by"], row["quote"])


def _first_end_first(link: Link) -> Link:
    """What is said of both where it is said of one always leads the same way."""
    mutual = {relationship.drawn for relationship in drawn_relationships() if relationship.mutual}
    if link.kind in mutual and link.source > link.target:
        return replace(link, source=link.target, target=link.source)
    return link


def _merged(links: Iterable[Link]) -> list[Link]:
    """Each link once, and one participation of an actor in a meeting."""
    order = participations()
    once: dict[tuple[str, str, str], Link] = {}
    for link in links:
        what = "participation" if link.kind in order else link.kind
        before = once.setdefault((link.source, link.target, what), link)
        if link.kind in order and order.index(link.kind) < order.index(before.kind):
            once[link.source, link.target, what] = link
    return list(once.values())


def _in_order(links: Iterable[Link], nodes: Sequence[Node]) -> tuple[Link, ...]:
    places = _places(nodes)
    return tuple(sorted(links, key=lambda link: _place(link, places)))


def _places(nodes: Sequence[Node]) -> dict[str, int]:
    """The place of each node in their order, by its key."""
    return {node.key: place for place, node in enumerate(nodes)}


def _place(link: Link, places: Mapping[str, int]) -> tuple[int, int, str]:
    return places[link.source], places[link.target], link.kind
