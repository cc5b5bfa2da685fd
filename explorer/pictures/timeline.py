"""An Answer comes in, its meetings and claims in order of time go out, over the span that is looked at."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from explorer import dates
from explorer.asking.answers import Answer
from explorer.asking.render import called
from explorer.graph.base import Graph
from explorer.pictures.scale import WEEK, moved, rounded
from explorer.statements import statement

MEETING, CLAIM = "meeting", "claim"
#: The most that is shown at once.
MOST = 300
_DATED = {MEETING: "pictures/dated-meetings", CLAIM: "pictures/dated-claims"}
_QUALIFIERS = "~?%"
#: What zooming out by steps does not go beyond: five centuries.
_WIDEST = 500 * 366

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
        known = self.date_text.rstrip(_QUALIFIERS)
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


def timeline(
    graph: Graph, answer: Answer, *, since: date | None = None, until: date | None = None, timeout: float | None = None
) -> Timeline:
    """The meetings and claims that stand in the rows, each once. Raises TooSlow, GraphUnreachable."""
    if since and until:
        since, until = min(since, until), max(since, until)
    found = _items(graph, _named(answer), timeout)
    inside = [item for item in found if not item.dated or item.within(since, until)]
    shown = inside[:MOST]
    items = tuple(sorted((item for item in shown if item.dated), key=_order))
    begin, end = _axis(items, since, until)
    return Timeline(
        items=items,
        begin=begin,
        end=end,
        undated=tuple(item for item in shown if not item.dated),
        outside=len(found) - len(inside),
        left_out=len(inside) - len(shown),
        rule=_rule(inside) if len(inside) > MOST else "",
        whole=span(found),
    )


def latest(timeline: Timeline, most: int) -> Timeline:
    """Only the last meetings of it."""
    items = tuple(item for item in timeline.items if item.kind == MEETING)[-most:]
    begin, end = span(items) or (timeline.begin, timeline.end)
    return Timeline(items, begin, end)


def span(items: Iterable[Item]) -> Span | None:
    """The whole units that hold all known days of these items; None where there is no such day."""
    days = [day for item in items for day in (item.first, item.last) if day]
    return rounded(min(days), max(days)) if days else None


def zoomed(timeline: Timeline) -> dict[str, Span | None]:
    """The spans that one step leads to: `in`, `out`, `earlier`, `later`, `all`; None where a step leads nowhere."""
    begin, end = timeline.begin, timeline.end
    whole = timeline.whole or (begin, end)
    days = (end - begin).days + 1
    half, narrow = max(1, days // 2), max(WEEK, days // 2)
    inward, outward = moved(begin, (days - narrow) // 2), moved(begin, -max(1, half // 2))
    before, after = begin > whole[0], end < whole[1]
    return {
        "in": (inward, moved(inward, narrow - 1)) if days > WEEK else None,
        "out": (outward, moved(end, max(1, half // 2))) if (before or after) and days * 2 <= _WIDEST else None,
        "earlier": _shifted(begin, end, -half) if before else None,
        "later": _shifted(begin, end, half) if after else None,
        "all": None if whole == (begin, end) else whole,
    }


def _shifted(begin: date, end: date, days: int) -> Span:
    """As long as before, also where the calendar ends."""
    if days < 0:
        return moved(begin, days), moved(begin, days) + (end - begin)
    return moved(end, days) - (end - begin), moved(end, days)


def _named(answer: Answer) -> dict[tuple[str, str], str]:
    """Kind and id of each meeting and claim in the rows, in their order, and how the row calls it."""
    columns = [(column.name, column.type.removesuffix(" list")) for column in answer.columns]
    dated = [(name, kind) for name, kind in columns if kind in _DATED]
    found: dict[tuple[str, str], str] = {}
    for row in answer.rows:
        for name, kind in dated:
            value = row[name]
            for entity in value if isinstance(value, list) else [value]:
                if entity:
                    found.setdefault((kind, entity["id"]), called(entity))
    return found


def _items(graph: Graph, named: dict[tuple[str, str], str], timeout: float | None) -> list[Item]:
    """All of them, in the same order; without those that are gone from the graph meanwhile."""
    items = {}
    for kind, name in _DATED.items():
        ids = [id for its_kind, id in named if its_kind == kind]
        rows = graph.read(statement(name), {"ids": ids}, timeout=timeout).rows if ids else []
        for row in rows:
            text = row["date_text"] or ""
            items[kind, row["id"]] = Item(
                kind=kind,
                id=row["id"],
                label=row["label"] or named[kind, row["id"]],
                first=row["first"],
                last=row["last"],
                date_text=text,
                circa=any(sign in text for sign in _QUALIFIERS),
                status=row["status"],
            )
    return [items[key] for key in named if key in items]


def _order(item: Item) -> tuple[date, str, str]:
    return (item.first or item.last or date.max, item.id, item.kind)


def _axis(items: tuple[Item, ...], since: date | None, until: date | None) -> Span:
    """What was asked for, and as far as there is something where nothing was asked for."""
    known = span(items)
    if since and until:
        return since, until
    if since:
        return since, max(known[1] if known else since, moved(since, WEEK - 1))
    if until:
        return min(known[0] if known else until, moved(until, 1 - WEEK)), until
    return known or (date.min, date.max)


def _rule(items: list[Item]) -> str:
    kinds = {item.kind for item in items}
    what = " and ".join(f"{kind}s" for kind in _DATED if kind in kinds)
    return f"The first {MOST} of {len(items)} {what} are shown, in the order of the rows."
