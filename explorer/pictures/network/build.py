"""The network of an answer, or of what is around one entity: which nodes are drawn, and what is said of the others."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from explorer import model
from explorer.answers.answer import Answer, Row
from explorer.catalogue.query_file import Column
from explorer.graph.base import Graph
from explorer.pictures.network.elements import EntityRef, Link, Network
from explorer.pictures.network.queries import NetworkQueries, kinds_that_lead_to, outward

#: More nodes than this are not drawn.
DRAWN = 300
#: More meetings than this are not added to actors: they would tie the same few together again and again.
ADDED = 60
#: More pairs than this, and than so many for each actor, are not drawn: nobody could tell the lines apart.
PAIRS, PAIRS_EACH = 400, 5
#: Where not all can be drawn, a list in a row gives so many before the other rows have had their turn.
OF_EACH_LIST = 5
#: In which order neighbours are drawn, where that is not as usual.
_ORDERS = {
    "meeting": "who took part, then its claims, oldest first",
    "claim": "whose words they are, whom they concern, then meetings and other claims",
}


@dataclass(frozen=True)
class Selection:
    """What an answer speaks of: what its question names, then the rest of its rows, each of them once.

    `turns` has the rest in another order: what all rows give of long lists comes before what is left of those lists.
    """

    asked: tuple[EntityRef, ...]
    rest: tuple[EntityRef, ...]
    turns: tuple[EntityRef, ...]

    @property
    def all(self) -> tuple[EntityRef, ...]:
        """What the question names and what the rows have besides."""
        return self.asked + self.rest

    @property
    def happened(self) -> list[EntityRef]:
        """All that is no actor: what happened or was said."""
        return [ref for ref in self.all if ref[0] != "actor"]

    def ids(self, kind: str) -> list[str]:
        """The ids of all entities of a kind."""
        return [id for its_kind, id in self.all if its_kind == kind]

    def others(self, kind: str) -> bool:
        """Whether the rows have entities of a kind that the question does not name."""
        return any(its_kind == kind for its_kind, _ in self.rest)

    def only(self, kind: str) -> Selection:
        """The same with the entities of one kind alone."""
        orders = (self.asked, self.rest, self.turns)
        return Selection(*(tuple(ref for ref in refs if ref[0] == kind) for refs in orders))

    def meetings_that_count(self) -> list[str] | None:
        """The meetings at which pairs must have met; None, for any, where it has actors alone."""
        return self.ids("meeting") if self.happened else None

    def kind_to_add(self, *, pairs: bool) -> str | None:
        """The kind that is added, since the rest would not hang together without: actors, meetings, or none.

        Actors where the rows have none for what happened, meetings where there are actors alone, unless in pairs.
        """
        if self.happened:
            return None if self.others("actor") else "actor"
        return None if pairs else "meeting"


@dataclass(frozen=True)
class _Choice:
    """What is drawn, how much is not, and the sentence that says so."""

    refs: tuple[EntityRef, ...] = ()
    left_out: int = 0
    rule: str = ""


def network(graph: Graph, answer: Answer, *, pairs: bool = False, timeout: float | None) -> Network:
    """The actors, meetings and claims of an answer and how they hang together; in pairs, only who met whom.

    Where the answer has actors alone, the meetings that tie them together are added; where its rows have none, those
    who took part or spoke. Raises TooSlow.
    """
    selection, queries = select(answer), NetworkQueries(graph, timeout)
    chosen = _chosen(selection.only("actor") if pairs else selection)
    added = _added(queries, selection, chosen, pairs)
    nodes = queries.nodes([*chosen.refs, *added.refs], selection.asked)
    if pairs:
        links, fewer = _pairs(queries.pairs(nodes, selection.meetings_that_count()), len(nodes))
    else:
        links, fewer = queries.links(nodes), _Choice()
    choices = (chosen, added, fewer)
    rule = " ".join(choice.rule for choice in choices if choice.rule)
    return Network(nodes, links, sum(choice.left_out for choice in choices), rule)


def around(graph: Graph, kind: str, id: str, *, timeout: float | None, most: int = 40) -> Network:
    """An entity with what is one step away from it; empty where there is none. Raises TooSlow."""
    ref, queries = (kind, id), NetworkQueries(graph, timeout)
    nodes, total = queries.around(ref, most)
    left_out = total - max(0, len(nodes) - 1)
    rule = f"The first {len(nodes) - 1:,} of {total:,} neighbours are drawn: {_order(kind)}." if left_out else ""
    return Network(nodes, queries.links(nodes), left_out, rule)


def select(answer: Answer) -> Selection:
    """What an answer speaks of."""
    asked = dict.fromkeys(_asked(answer))
    rows, first = _in_rows(answer, None), _in_rows(answer, OF_EACH_LIST)
    rest = [ref for ref in rows if ref not in asked]
    turns = [ref for ref in first | rows if ref not in asked]
    return Selection(tuple(asked), tuple(rest), tuple(turns))


def _asked(answer: Answer) -> Iterator[EntityRef]:
    drawn = model.names(drawn=True)
    for value in answer.parameters.values():
        if isinstance(value, dict) and value["type"] in drawn:
            yield value["type"], value["id"]


def _in_rows(answer: Answer, most: int | None) -> dict[EntityRef, None]:
    drawn = model.names(drawn=True)
    columns = [column for column in answer.columns if column.type.removesuffix(" list") in drawn]
    return dict.fromkeys(ref for row in answer.rows for ref in _in_row(row, columns, most))


def _in_row(row: Row, columns: list[Column], most: int | None) -> Iterator[EntityRef]:
    for column in columns:
        value, kind = row.get(column.name), column.type.removesuffix(" list")
        entities = (value or [])[:most] if kind != column.type else [value]
        yield from ((kind, entity["id"]) for entity in entities if entity)


def _chosen(selection: Selection) -> _Choice:
    """All that the answer speaks of, or as much of it as can be drawn."""
    total = len(selection.all)
    if total <= DRAWN:
        return _Choice(selection.all)
    order = "in the order of the rows"
    if selection.turns != selection.rest:
        order += f", at most {OF_EACH_LIST} of each list in a row before the others"
    drawn = (selection.asked + selection.turns)[:DRAWN]
    present = {kind for kind, _ in drawn}
    rule = f"The first {DRAWN} of {total:,} {_plurals(present)} are drawn, {order}."
    return _Choice(drawn, total - DRAWN, rule)


def _added(queries: NetworkQueries, selection: Selection, chosen: _Choice, pairs: bool) -> _Choice:
    """What the picture needs besides, to show how things hang together."""
    kind = selection.kind_to_add(pairs=pairs)
    if kind == "actor":
        return _participants(queries, [*chosen.refs, *selection.happened] if pairs else chosen.refs, chosen)
    return _shared_meetings(queries, chosen) if kind == "meeting" else _Choice()


def _participants(queries: NetworkQueries, refs: Collection[EntityRef], chosen: _Choice) -> _Choice:
    actors, total = queries.participants(refs, DRAWN - len(chosen.refs))
    if len(actors) == total:
        return _Choice(tuple(actors))
    rule = f"Of {total:,} who took part or spoke, the {len(actors)} who did so most often are drawn."
    return _Choice(tuple(actors), total - len(actors), rule)


def _shared_meetings(queries: NetworkQueries, chosen: _Choice) -> _Choice:
    actors = [id for _, id in chosen.refs]
    meetings, total = queries.shared_meetings(actors, min(ADDED, DRAWN - len(actors)))
    if len(meetings) == total:
        return _Choice(tuple(meetings))
    rule = f"Of {total:,} meetings that at least two of them attended, the {len(meetings)} with most of them are drawn."
    return _Choice(tuple(meetings), total - len(meetings), rule)


def _pairs(links: tuple[Link, ...], actors: int) -> tuple[tuple[Link, ...], _Choice]:
    """As many of the pairs as can be told apart."""
    most = min(PAIRS, PAIRS_EACH * actors)
    if len(links) <= most:
        return links, _Choice()
    kept = set(sorted(links, key=lambda link: -link.count)[:most])
    rule = f"Of {len(links):,} pairs that met, the {most} who did so most often are joined by a line."
    return tuple(link for link in links if link in kept), _Choice((), len(links) - most, rule)


def _order(kind: str) -> str:
    """In which order the neighbours of an entity of this kind are drawn."""
    if kind in _ORDERS:
        return _ORDERS[kind]
    parts = []
    if drawn := dict.fromkeys(model.relationship(type).drawn for type in outward(kind)):
        parts.append(f"what it {' or '.join(drawn)}")
    if begins := kinds_that_lead_to(kind):
        parts.append(f"its {_plurals(begins)}, newest first")
    return ", then ".join(parts)


def _plurals(kinds: Collection[str]) -> str:
    """These kinds in words, in the order of the model: actors, meetings and claims."""
    *before, last = [kind.plural for kind in model.KINDS if kind.name in kinds]
    return f"{', '.join(before)} and {last}" if before else last
