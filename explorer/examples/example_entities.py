"""Entities of one meeting or claim, by the types of parameters that they suit, to fill questions with.

What stands together in the graph answers a question that names it together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from explorer import dates
from explorer.catalogue.words import split
from explorer.completion.verbalize import Filling
from explorer.graph.base import Graph
from explorer.statements import statement

#: What fills parameters of each type; where there are several, the first parameter gets the first.
ExampleEntities = Mapping[str, tuple[Filling, ...]]

_BODY = "actor organization"


def example_entities(graph: Graph, timeout: float) -> list[ExampleEntities]:
    """The entities of late meetings and claims of which much is known, those of the best first."""
    meetings = graph.read(statement("pages/example-meetings"), timeout=timeout).rows
    claims = graph.read(statement("pages/example-claims"), timeout=timeout).rows
    return [*_in_turn([*map(_of_meeting, meetings)], [*map(_of_claim, claims)])]


def _in_turn(*many: list[Iterator[ExampleEntities]]) -> Iterator[ExampleEntities]:
    """The first entities of each meeting and claim, then the second of each, and so on."""
    waiting = [each for row in many for each in row]
    while waiting:
        for each in list(waiting):
            if (entities := next(each, None)) is None:
                waiting.remove(each)
            else:
                yield entities


def _of_meeting(row: Mapping[str, Any]) -> Iterator[ExampleEntities]:
    """The two best known participants; then others that belong to somebody, with whom they belong to."""
    shared = {**_first("place", row["places"]), **_shared(row), "meeting": (_filling(row),)}
    who = row["who"]
    if len(who) > 1:
        yield {**shared, "actor": (_filling(who[0]), _filling(who[1]))}
    bodies = {each["member"]: each for each in row["bodies"]}
    for actor in who:
        if actor["id"] in bodies:
            yield {**shared, "actor": (_filling(actor),), _BODY: (_filling(bodies[actor["id"]]),)}
        elif actor["kind"] != "person":
            yield {**shared, "actor": (_filling(actor),), _BODY: (_filling(actor),)}


def _of_claim(row: Mapping[str, Any]) -> Iterator[ExampleEntities]:
    """Who said it of whom; then the one of whom it is said, the one who was told."""
    shared = {**_shared(row), **_first("meeting", row["meetings"]), "claim": (_filling(row),)}
    speakers, about, told = row["speakers"], row["about"], row["told"]
    if speakers:
        others = [each for each in about if each["id"] != speakers[0]["id"]] or about
        yield {**shared, "actor": tuple(map(_filling, [speakers[0], *others[:1]]))}
    for actor in (*about[:1], *told[:1]):
        yield {**shared, "actor": (_filling(actor),)}


def _shared(row: Mapping[str, Any]) -> ExampleEntities:
    """What a meeting and a claim have alike: topic and source, the month, and a word to search for."""
    month = dates.show(row["day"][:7])
    said = row.get("title") or row.get("text") or row["id"]
    word = max((said[word.start : word.end] for word in split(said)), key=len, default=said)
    period = (Filling(month, month),)
    return {
        **_first("topic", row["topics"]),
        **_first("source", row["sources"]),
        **{"date": period, "date last": period, "words": (Filling(word, word),)},
    }


def _first(kind: str, entities: list[dict[str, Any]]) -> ExampleEntities:
    return {kind: (_filling(entities[0]),)} if entities else {}


def _filling(entity: Mapping[str, Any]) -> Filling:
    return Filling(entity.get("name") or entity.get("title") or entity.get("text") or entity["id"], entity["id"])
