"""Places in sources come in, a card for each source goes out: its quotes in their paragraphs and what it says itself.

The words are always cut from the stored text of the source, so an address cannot make up a quote.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explorer.answers.answer import Choices
from explorer.answers.display import by_source, display_name
from explorer.asking.lookup import Entity
from explorer.shortened import repeated
from explorer.web import links
from explorer.web.evidence import highlights, text_head
from explorer.web.evidence.disagreements import COMPARED, Side, sides
from explorer.web.evidence.excerpts import Passage, check, passages
from explorer.web.request import connection

#: Sources on one page, and quotes of one of them in an address.
MOST_SOURCES, MOST_QUOTES = 12, 3

Subject = tuple[str, str]  # kind and id of an entity
#: The question whose evidence is all that there is on an entity.
_ALL = {kind: f"sources-of-{kind}" for kind in links.REPORTED}


@dataclass(frozen=True)
class QuotePlace:
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
    #: How many quotes of it are not shown.
    more: int = 0

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


def places_of(evidence: Iterable[Mapping[str, Any]]) -> list[QuotePlace]:
    """The places that evidence names: each source with its quotes, else as such."""
    return places_in(by_source(list(evidence)))


def places_in(
    groups: Sequence[tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]], most: int | None = None
) -> list[QuotePlace]:
    """The same of evidence that is grouped by its sources, with at most so many quotes of each."""
    found: list[QuotePlace] = []
    for first, quotes in groups:
        source, quoted = first["source"], [each for each in quotes if each["start"] is not None]
        places = [QuotePlace(source, each["start"], each["end"]) for each in quoted[:most]]
        found += places or [QuotePlace(source)]
    return found


def cards(places: Sequence[QuotePlace], about: Subject | None = None, known: Sequence[QuotePlace] = ()) -> Cards:
    """A card for each source, in the order in which they are named first.

    `known` are places that count as more where they are not shown.
    """
    by: dict[str, list[QuotePlace]] = {}
    for place in places:
        by.setdefault(place.source, []).append(place)
    wanted = dict(list(by.items())[:MOST_SOURCES])
    texts = [id for id, quotes in wanted.items() if any(each.start is not None for each in quotes)]
    fields = {row["id"]: row for row in connection().details("source-cards", list(wanted), texts=texts)}
    said = sides(*about) if about and about[0] in COMPARED else {}
    quoted = {id: {each for each in known if each.source == id and each.start is not None} for id in wanted}
    shown = [
        _card(id, places, fields.get(id), said.get(id, ()), len(quoted[id] - set(places)))
        for id, places in wanted.items()
    ]
    return Cards(shown, len(set(by) | {place.source for place in known}) - len(shown))


def first_places(places: Sequence[QuotePlace]) -> list[QuotePlace]:
    """Of each source the first places, as many as one card shows."""
    number: Counter[str] = Counter()
    found = []
    for place in places:
        number[place.source] += 1
        if number[place.source] <= MOST_QUOTES:
            found.append(place)
    return found


def all_places(about: Subject, entity: Mapping[str, Any]) -> list[QuotePlace]:
    """All that sources say of a meeting or a claim; nothing for other kinds, whose pages have it line by line."""
    kind, id = about
    if _ALL.get(kind) not in connection().catalogue:
        return []
    known = [Entity(kind, id, display_name(dict(entity)))]
    answer = connection().run(_ALL[kind], {kind: id, "limit": min(100, connection().settings.max_rows)}, known=known)
    if isinstance(answer, Choices):  # all names are known
        return []
    return places_of([each for row in answer.rows for each in row["evidence"]])


def _card(
    id: str, places: Sequence[QuotePlace], fields: Mapping[str, Any] | None, said: Sequence[Side], more: int
) -> Card:
    if fields is None:
        return Card(id, {}, (), (), (f"There is no source with the id '{repeated(id)}'.",))
    text = fields["text"] or ""
    begin = text_head.end_of(text)
    quoted, problems = [], []
    for place in places:
        if place.start is None or place.end is None:
            continue
        try:
            check(text, place.start, place.end)
            quoted.append((place.start, place.end))
            text = highlights.unwrapped_around(text, place.start, place.end)
        except ValueError as error:
            problems.append(f"The text of this source {error}." if text else "The text of this source is not stored.")
    return Card(id, fields, passages(text, quoted, begin=begin), said, tuple(problems), more)
