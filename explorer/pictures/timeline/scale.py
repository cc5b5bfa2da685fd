"""Days along a line: its ticks with their labels, and the whole units of the calendar around a span."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

#: A span is not narrower than this where it is not asked for.
WEEK = 7


@dataclass(frozen=True)
class Tick:
    """The first day of a unit, how it is called, and its year where that is new and not the label itself."""

    day: date
    label: str
    year: str


@dataclass(frozen=True)
class Unit:
    """A unit of the calendar: so many days or so many months. Weeks begin on Monday."""

    days: int = 0
    months: int = 0

    @property
    def length(self) -> int:
        """How many days it has, about."""
        return self.days or self.months * 30

    def floor(self, day: date) -> date:
        """The first day of the unit that `day` is in."""
        if self.days:  # the first day of the calendar is a Monday
            return date.fromordinal((day.toordinal() - 1) // self.days * self.days + 1)
        month = (day.year * 12 + day.month - 1) // self.months * self.months
        return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min

    def after(self, day: date) -> date | None:
        """The first day of the unit that follows; None where the calendar ends."""
        floor = self.floor(day)
        if self.days:
            ordinal = floor.toordinal() + self.days
            return date.fromordinal(ordinal) if ordinal <= date.max.toordinal() else None
        month = (floor.year * 12 + floor.month - 1) // self.months * self.months + self.months
        return date(month // 12, month % 12 + 1, 1) if month // 12 <= date.max.year else None

    def starts(self, begin: date, end: date) -> list[date]:
        """The first days of all units that begin within a span."""
        found, day = [], begin if self.floor(begin) == begin else self.after(begin)
        while day is not None and day <= end:
            found.append(day)
            day = self.after(day)
        return found

    def label(self, day: date) -> str:
        """How its first day is called, beside the year."""
        if self.days:
            return f"{day.day} {calendar.month_abbr[day.month]}"
        return calendar.month_abbr[day.month] if self.months < 12 else f"{day.year:04d}"


#: Day, two days, week, two weeks, month, two months, quarter, half a year, year, ... decade, ... century and more.
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
_UNITS = [
    *(Unit(days=days) for days in (1, 2, 7, 14)),
    *(Unit(months=months) for months in (1, 2, 3, 6)),
    *(Unit(months=12 * years) for years in _YEARS),
]


def unit_for(begin: date, end: date, most: int = 15) -> Unit:
    """The shortest unit of which about `most` at most begin within a span, and two at least in two days or more."""
    days, before = (end - begin).days + 1, _UNITS[0]
    for unit in _UNITS:
        if days // unit.length <= 2 * most:  # else it need not be counted
            count = len(unit.starts(begin, end))
            if count < 2:
                return before
            if count <= most:
                return unit
        before = unit
    return before


def ticks(begin: date, end: date, most: int = 15) -> list[Tick]:
    """Where an axis has its ticks, in order, and what they are called."""
    unit = unit_for(begin, end, most)
    found, year = [], ""
    for day in unit.starts(begin, end):
        label = unit.label(day)
        its_year = f"{day.year:04d}"
        found.append(Tick(day, label, its_year if its_year not in (label, year) else ""))
        year = its_year
    return found


def rounded(first: date, last: date) -> tuple[date, date]:
    """The whole units around a span: first day and last day, a week at least."""
    missing = max(0, WEEK - (last - first).days - 1)
    first, last = moved(first, -((missing + 1) // 2)), moved(last, missing // 2)
    unit = unit_for(first, last)
    unit = _UNITS[0] if unit.length < WEEK else unit
    after = unit.after(last)
    return unit.floor(first), moved(after, -1) if after else date.max


def moved(day: date, days: int) -> date:
    """So many days later, or at the end of the calendar."""
    lowest, highest = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(max(lowest, min(highest, day.toordinal() + days)))


@dataclass(frozen=True)
class Scale:
    """Days along a line: the first begins at `left`, the last ends at `right`."""

    begin: date
    end: date
    left: float
    right: float

    def start(self, day: date) -> float:
        """Where a day begins."""
        return self.left + (day - self.begin).days * self.day

    def stop(self, day: date) -> float:
        """Where a day ends."""
        return self.start(day) + self.day

    @property
    def day(self) -> float:
        """How wide a day is."""
        return (self.right - self.left) / ((self.end - self.begin) / timedelta(days=1) + 1)
