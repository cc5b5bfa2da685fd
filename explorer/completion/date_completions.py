"""Dates that the beginning of one may become, within the years that the graph holds."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date

from explorer import dates, names, written_dates
from explorer.graph.base import Graph
from explorer.statements import statement

_SECONDS = 2.0
#: Years that are offered, the latest.
_YEARS = 200

#: Year and month.
Month = tuple[int, int]


class Months:
    """The months that the meetings of a graph span.

    To find them all meetings are looked at, so they are kept as long as the data stay the same.
    """

    def __init__(self) -> None:
        self._version: str | None = None
        self._span: tuple[date, date] | None = None

    def of(self, graph: Graph) -> list[Month]:
        """The months from the last meeting back to the first; without any, this month."""
        version = graph.dataset()
        if self._span is None or version != self._version:
            row = graph.read(statement("lookup/suggest-months"), timeout=_SECONDS).rows[0]
            self._version, self._span = version, (row["first"] or date.today(), row["last"] or date.today())
        first, last = self._span
        begin = max(_number(first), _number(last) - 12 * _YEARS)
        return [(number // 12, number % 12 + 1) for number in range(_number(last), begin - 1, -1)]


def _number(day: date) -> int:
    return 12 * day.year + day.month - 1


def may_be_date(typed: str) -> bool:
    """Whether this can be the beginning of a date, so that it is worth while to ask for months."""
    normalized = names.normalize(typed)
    months = [month.lower() for month in calendar.month_name[1:]]
    return not normalized or normalized[0].isdigit() or any(month.startswith(normalized.split()[0]) for month in months)


def periods(typed: str, within: Sequence[Month], after: str = "") -> list[str]:
    """What was typed, if it is a date; then years, months and days that begin so, none that ends before `after`."""
    earliest = written_dates.understand(after) if after else None
    found = dict.fromkeys(_candidates(typed, within))
    return [text for text in found if _is_date(text) and not (earliest and _before(text, earliest))]


def _candidates(typed: str, within: Sequence[Month]) -> Iterator[str]:
    normalized = names.normalize(typed)
    yield typed
    yield from (str(year) for year, _ in within if str(year).startswith(normalized))
    if normalized:
        written = [f"{calendar.month_name[month]} {year}" for year, month in within]
        yield from (text for text in written if text.lower().startswith(normalized) or text.endswith(f" {normalized}"))
        day, _, begun = normalized.partition(" ")
        if day.isdigit() and begun:
            yield from (f"{int(day)} {text}" for text in written if text.lower().startswith(begun))


def _is_date(text: str) -> bool:
    return any(character.isdigit() for character in text) and written_dates.understand(text) is not None


def _before(text: str, earliest: dates.Period) -> bool:
    period = written_dates.understand(text)
    return bool(period and period.last and earliest.first and period.last < earliest.first)
