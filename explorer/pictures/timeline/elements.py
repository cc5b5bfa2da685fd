"""What a picture of a timeline consists of: meetings and claims with the days they can have been on, and the span."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explorer import dates
from explorer.pictures.timeline.scale import rounded

#: Signs of a date that is uncertain or about right.
QUALIFIERS = "~?%"

Span = tuple[date, date]


@dataclass(frozen=True)
class Item:
    """A meeting or a claim. `first` and `last` are the days it can have been on, None where open or not known."""

    kind: str
    id: str
    label: str
    first: date | None
    last: date | None
    date_text: str
    circa: bool
    status: str

    @property
    def key(self) -> str:
        """What it is known by in a picture."""
        return f"{self.kind}:{self.id}"

    @property
    def when(self) -> str:
        """Its date in words."""
        return dates.show(self.date_text)

    @property
    def dated(self) -> bool:
        """Whether it has a place on an axis."""
        return bool(self.first or self.last)

    @property
    def precision(self) -> str:
        """How precisely its date is known: `day`, `month`, `year` or `interval`."""
        if self.first and self.first == self.last:
            return "day"
        known = self.date_text.rstrip(QUALIFIERS)
        if re.fullmatch(r"\d{4}-(0\d|1[0-2])", known):
            return "month"
        return "year" if re.fullmatch(r"\d{4}", known) else "interval"

    def within(self, since: date | None, until: date | None) -> bool:
        """Whether it can have been in this span."""
        return not (since and self.last and self.last < since or until and self.first and self.first > until)


@dataclass(frozen=True)
class Timeline:
    """What is drawn from `begin` to `end`, in order of time, and what is not: without a date, outside, too much.

    `rule` says in a sentence what was left out. `whole` is the span of all that there is.
    """

    items: tuple[Item, ...]
    begin: date
    end: date
    undated: tuple[Item, ...] = ()
    outside: int = 0
    left_out: int = 0
    rule: str = ""
    whole: Span | None = None


def latest(timeline: Timeline, kind: str, most: int) -> Timeline:
    """Only the last items of a kind."""
    items = tuple(item for item in timeline.items if item.kind == kind)[-most:]
    begin, end = span(items) or (timeline.begin, timeline.end)
    return Timeline(items, begin, end)


def span(items: Iterable[Item]) -> Span | None:
    """The whole units that hold all known days of these items; None where there is no such day."""
    days = [day for item in items for day in (item.first, item.last) if day]
    return rounded(min(days), max(days)) if days else None
