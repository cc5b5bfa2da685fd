"""An answer, or one actor, meeting or claim, comes in; what hangs together with it goes out, as a network to draw."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from explorer.answers.answer import Answer
from explorer.graph.base import Graph
from explorer.pictures.network.model import Key, Link, Network
from explorer.pictures.network.queries import Ties
from explorer.pictures.network.selection import OF_EACH_LIST, Selection, select

#: More nodes than this are not drawn.
DRAWN = 300
#: More meetings than this are not added to actors: they would tie the same few together again and again.
ADDED = 60
#: More pairs than this, and than so many for each actor, are not drawn: nobody could tell the lines apart.
PAIRS, PAIRS_EACH = 400, 5

_PLURALS = {"actor": "actors", "meeting": "meetings", "claim": "claims"}
_AROUND = {
    "actor": "what it belongs to, then its meetings and claims, newest first",
    "meeting": "who took part, then its claims, oldest first",
    "claim": "whose words they are, whom they concern, then meetings and other claims",
}


@dataclass(frozen=True)
class _Choice:
    """What is drawn, how much is not, and the sentence that says so."""

    keys: tuple[Key, ...] = ()
    left_out: int = 0
    rule: str = ""


def network(graph: Graph, answer: Answer, *, pairs: bool = False, timeout: float | None) -> Network:
    """The actors, meetings and claims of an answer and how they hang together; in pairs, only who met whom.

    Where the answer has actors alone, the meetings that tie them together are added; where its rows have none, those
    who took part or spoke. Raises TooSlow.
    """
    selection, ties = select(answer), Ties(graph, timeout)
    chosen = _chosen(selection.only("actor") if pairs else selection)
    added = _added(ties, selection, chosen, pairs)
    nodes = ties.nodes([*chosen.keys, *added.keys], selection.asked)
    if pairs:
        links, fewer = _pairs(ties.pairs(nodes, _meetings(selection)), len(nodes))
    else:
        links, fewer = ties.links(nodes), _Choice()
    parts = (chosen, added, fewer)
    rule = " ".join(part.rule for part in parts if part.rule)
    return Network(nodes, links, sum(part.left_out for part in parts), rule)


def around(graph: Graph, kind: str, id: str, *, timeout: float | None, most: int = 40) -> Network:
    """An actor, a meeting or a claim with what is one step away from it; empty where there is none. Raises TooSlow."""
    key, ties = (kind, id), Ties(graph, timeout)
    keys, total = ties.around(key, most)
    nodes = ties.nodes(list(dict.fromkeys([key, *keys])), [key])
    left_out = total - len(keys)
    rule = f"The first {len(keys):,} of {total:,} neighbours are drawn: {_AROUND[kind]}." if left_out else ""
    return Network(nodes, ties.links(nodes), left_out, rule)


def _chosen(selection: Selection) -> _Choice:
    """All that the answer speaks of, or as much of it as can be drawn."""
    total = len(selection.asked) + len(selection.rest)
    if total <= DRAWN:
        return _Choice(selection.asked + selection.rest)
    order = "in the order of the rows"
    if selection.turns != selection.rest:
        order += f", at most {OF_EACH_LIST} of each list in a row before the others"
    drawn = (selection.asked + selection.turns)[:DRAWN]
    rule = f"The first {DRAWN} of {total:,} {_nouns(drawn)} are drawn, {order}."
    return _Choice(drawn, total - DRAWN, rule)


def _nouns(keys: Collection[Key]) -> str:
    present = {entity for entity, _ in keys}
    *before, last = [plural for entity, plural in _PLURALS.items() if entity in present]
    return f"{', '.join(before)} and {last}" if before else last


def _added(ties: Ties, selection: Selection, chosen: _Choice, pairs: bool) -> _Choice:
    """What the picture needs besides, to show how things hang together."""
    happened = [key for key in (*selection.asked, *selection.rest) if key[0] != "actor"]
    if happened and not selection.others("actor"):
        return _participants(ties, [*chosen.keys, *happened] if pairs else chosen.keys, chosen)
    if not happened and not pairs:
        return _shared_meetings(ties, chosen)
    return _Choice()


def _participants(ties: Ties, keys: Collection[Key], chosen: _Choice) -> _Choice:
    found, total = ties.participants(keys, DRAWN - len(chosen.keys))
    if len(found) == total:
        return _Choice(tuple(found))
    rule = f"Of {total:,} who took part or spoke, the {len(found)} who did so most often are drawn."
    return _Choice(tuple(found), total - len(found), rule)


def _shared_meetings(ties: Ties, chosen: _Choice) -> _Choice:
    actors = [id for _, id in chosen.keys]
    found, total = ties.shared_meetings(actors, min(ADDED, DRAWN - len(actors)))
    if len(found) == total:
        return _Choice(tuple(found))
    rule = f"Of {total:,} meetings that at least two of them attended, the {len(found)} with most of them are drawn."
    return _Choice(tuple(found), total - len(found), rule)


def _pairs(links: tuple[Link, ...], actors: int) -> tuple[tuple[Link, ...], _Choice]:
    """As many of the pairs as can be told apart."""
    most = min(PAIRS, PAIRS_EACH * actors)
    if len(links) <= most:
        return links, _Choice()
    kept = set(sorted(links, key=lambda link: -link.count)[:most])
    rule = f"Of {len(links):,} pairs that met, the {most} who did so most often are joined by a line."
    return tuple(link for link in links if link in kept), _Choice((), len(links) - most, rule)


def _meetings(selection: Selection) -> list[str] | None:
    """The meetings of the picture; None, for any, where it is a picture of actors alone."""
    meetings, claims = selection.ids("meeting"), selection.ids("claim")
    return meetings if meetings or claims else None
