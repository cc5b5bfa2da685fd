"""Places in sources come in, a card for each source goes out: its quotes in their paragraphs and what it says itself.

The words are always cut from the stored text of the source, so an address cannot make up a quote.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.answers.answer import Choices
from explorer.answers.display import by_source
from explorer.errors import NotFound
from explorer.web import links
from explorer.web.evidence import highlights
from explorer.web.evidence.disagreements import COMPARED, Side, sides
from explorer.web.evidence.excerpts import Passage, check, passages
from explorer.web.request import connection

#: Sources on one page, and quotes of one of them in an address.
MOST_SOURCES, MOST_QUOTES = 12, 3

About = tuple[str, str]  # kind and id of an entity
#: The question whose evidence is all that there is on an entity.
_ALL = {"meeting": "sources-of-meeting", "claim": "sources-of-claim"}


@dataclass(frozen=True)
class Spot:
    """A place in a source, in code points of its text; without them the source as such."""

    source: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True)
class Card:
    """One source: its own fields, its quotes, what it says itself, and what is wrong with what was asked of it."""

    id: str
    fields: Mapping[str, Any]
    passages: Sequence[Passage]
    sides: Sequence[Side]
    problems: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the source is called."""
        return str(self.fields.get("title") or self.id)

    @property
    def url(self) -> str:
        """The page of the source, at the first quote where there is one."""
        return self.at(
            next((part.start for each in self.passages for part in each.parts if part.start is not None), None)
        )

    def at(self, start: int | None) -> str:
        """The page of the source at the quote that begins there."""
        return links.evidence({"source": self.id, "start": start})


@dataclass(frozen=True)
class Cards:
    """The sources side by side, and how many more there are."""

    cards: Sequence[Card]
    left: int


def spots_of(evidence: Iterable[Mapping[str, Any]]) -> list[Spot]:
    """The places that evidence names: each source with its first quotes, else as such."""
    return spots_in(by_source(list(evidence)))


def spots_in(groups: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]]) -> list[Spot]:
    """The same of evidence that is grouped by its sources."""
    found: list[Spot] = []
    for first, quotes in groups:
        places = [Spot(first["source"], each["start"], each["end"]) for each in quotes if each["start"] is not None]
        found += places[:MOST_QUOTES] or [Spot(first["source"])]
    return found


def cards(spots: Sequence[Spot], about: About | None = None, most: int = MOST_SOURCES) -> Cards:
    """A card for each source, in the order in which they are named first; without any, for all that are known."""
    known = _known(about) if about else []
    by: dict[str, list[Spot]] = {}
    for spot in spots or known:
        by.setdefault(spot.source, []).append(spot)
    said = sides(*about) if about and about[0] in COMPARED else {}
    shown = [_card(id, places, said.get(id, ())) for id, places in list(by.items())[:most]]
    return Cards(shown, len(set(by) | {spot.source for spot in known}) - len(shown))


def _known(about: About) -> list[Spot]:
    """All that sources say of a meeting or a claim; nothing for other kinds, whose pages have it line by line."""
    if about[0] not in _ALL:
        return []
    answer = connection().run(_ALL[about[0]], {about[0]: about[1], "limit": "100"})
    if isinstance(answer, Choices):  # an id names one entity
        return []
    return spots_of([each for row in answer.rows for each in row["evidence"]])


def _card(id: str, spots: Sequence[Spot], said: Sequence[Side]) -> Card:
    try:
        fields = connection().page("source", id)
    except NotFound as error:
        return Card(id, {}, (), (), (str(error),))
    text = highlights.unwrapped(fields["text"] or "")
    quoted, problems = [], []
    for spot in spots:
        if spot.start is None or spot.end is None:
            continue
        try:
            check(text, spot.start, spot.end)
            quoted.append((spot.start, spot.end))
        except ValueError as error:
            problems.append(f"The text of this source {error}." if text else "The text of this source is not stored.")
    return Card(id, fields, passages(text, quoted), said, tuple(problems))
