"""Dates as precise as the sources give them: EDTF text in, first and last possible day and readable words out.

EDTF is the Library of Congress's Extended Date/Time Format. Its level 1 is taken, as in `2022-01`,
`2022-01-18/2022-01-20`, `2022-01~` (circa), `../2022-01-23` (up to that day), `202X` (some year of the 2020s), and of
level 2 an unspecified month or year beside what is known (`2022-XX-21`), quarters, thirds and halves of a year.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SIDE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%]?)", re.ASCII)
_BEFORE_YEAR_1 = re.compile(r"Y?-\d|0000")
_QUALIFIERS = {"": "", "~": "around ", "?": "possibly ", "%": "possibly around "}
#: How words begin that say by themselves when something was.
_OF_THEIR_OWN = ("around ", "possibly ", "until ", "from ")
#: What may stand in the place of a month, in words before the year, and its months; 13 is January of the next year.
#: 25 to 32, the seasons of one hemisphere, are left out: who writes them most likely left out the month of a day.
_PARTS_OF_A_YEAR = {
    "21": ("spring", range(3, 6)),
    "22": ("summer", range(6, 9)),
    "23": ("autumn", range(9, 12)),
    "24": ("winter", range(12, 15)),
    "33": ("first quarter of", range(1, 4)),
    "34": ("second quarter of", range(4, 7)),
    "35": ("third quarter of", range(7, 10)),
    "36": ("fourth quarter of", range(10, 13)),
    "37": ("first four months of", range(1, 5)),
    "38": ("second four months of", range(5, 9)),
    "39": ("last four months of", range(9, 13)),
    "40": ("first half of", range(1, 7)),
    "41": ("second half of", range(7, 13)),
}
_MONTHS = {f"{month:02d}": (calendar.month_name[month], range(month, month + 1)) for month in range(1, 13)}
_IN_A_YEAR = {**_MONTHS, **_PARTS_OF_A_YEAR, "XX": ("", range(1, 13))}
_REMEDY = (
    "write a date such as 21 January 2022, or EDTF such as 2022-01-21, 2022-01, 2022, 2022-01-18/2022-01-20, 2022-01~ "
    "or ../2022-01-23"
)


@dataclass(frozen=True)
class Period:
    """What a date text can mean: `first` and `last` are the first and last possible day, None where open."""

    text: str
    first: date | None
    last: date | None

    @property
    def month(self) -> str | None:
        """`YYYY-MM` where the whole period lies in one month."""
        if self.first and self.last and (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return self.first.isoformat()[:7]
        return None


@lru_cache(maxsize=65536)
def parse(text: str) -> Period:
    """EDTF text as a Period. Raises ValueError, with what to write instead."""
    text = text.strip()
    if _DAY.fullmatch(text):
        day = _iso(text)
        return Period(text, day, day)
    sides = text.split("/")
    if len(sides) > 2 or not all(side in ("", "..") or _SIDE.fullmatch(side) for side in sides):
        raise ValueError(_no_date(text, "is no date"))
    if not any(side.strip(".") for side in sides):
        raise ValueError(f"'{text}' names no day at all: leave the date out instead")
    first = None if sides[0] in ("", "..") else _bounds(sides[0])[0]
    last = None if sides[-1] in ("", "..") else _bounds(sides[-1])[1]
    if first and last and first > last:
        raise ValueError(f"'{text}' ends before it begins: put the earlier day first")
    return Period(text, first, last)


def period_of(text: str | None) -> Period | None:
    """EDTF text as a Period; None for what is no date."""
    try:
        return parse(text) if text else None
    except ValueError:
        return None


def ends_before(since: str, until: str) -> bool:
    """Whether what was from `since` to `until` surely ended before it began; a year is left to what is not certain."""
    begins, ends = parse(since), parse(until)
    if begins.first is None or ends.last is None:
        return False
    room = 365 if re.search("[?~%]", since + until) else 0
    return begins.first.toordinal() > ends.last.toordinal() + room


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(_no_date(text, "is not a day of the calendar")) from None


def _no_date(text: str, why: str) -> str:
    if any(_BEFORE_YEAR_1.match(side) for side in text.split("/")):
        return f"'{text}' is before the year 1, which no date here can be: leave the date out and say it in words"
    return f"'{text}' {why}: {_REMEDY}"


def _bounds(side: str) -> tuple[date, date]:
    """First and last day of one side of an interval."""
    year, month, day, _ = _parts(side)
    if month not in _IN_A_YEAR and "25" <= month <= "31":
        raise ValueError(_no_date(side, f"has no month {month}, and a day needs its month, as in {year}-01-{month}"))
    if month in _IN_A_YEAR and not (day and month in _PARTS_OF_A_YEAR):
        years = range(int(year.replace("X", "0")), int(year.replace("X", "9")) + 1)
        months, days = _IN_A_YEAR[month][1], [int(day)] if day else range(1, 32)
        first = next(_days(years, months, days), None)
        last = next(_days(years[::-1], months[::-1], days[::-1]), None)
        if first and last:
            return first, last
    raise ValueError(_no_date(side, "is not a date of the calendar"))


def _parts(side: str) -> tuple[str, str, str, str]:
    """Year, month, day and qualifier; `XX` for a month that is not given, nothing for such a day."""
    found = _SIDE.fullmatch(side)
    assert found, side
    year, month, day, qualifier = found.groups()
    if month in _PARTS_OF_A_YEAR:
        return year, month, day or "", qualifier
    return year, month or "XX", "" if day in (None, "XX") else day, qualifier


def _days(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> Iterator[date]:
    """The days of the calendar among all of these, in this order."""
    for year in years:
        for month in months:
            for day in days:
                try:
                    yield date(year + (month - 1) // 12, (month - 1) % 12 + 1, day)
                except ValueError:
                    continue


def show(text: str | None) -> str:
    """EDTF as people write it: `January 2022`, `18–20 January 2022`, `until 23 January 2022`; '' for None.

    What is no date stays as it is.
    """
    period = period_of(text)
    return _words(period).removeprefix("the ") if period else text or ""


def when(text: str) -> str:
    """EDTF as people say when something was: `on 21 January 2022`, `in January 2022`, `around 2022`, `in the 2020s`.

    What is no date stays as it is.
    """
    period = period_of(text)
    if period is None:
        return text
    words = _words(period)
    if words.startswith(_OF_THEIR_OWN):
        return words
    begins = period.text.partition("/")[0].rstrip("?~%")
    return f"{'on' if _parts(begins)[2] else 'in'} {words}"


def _words(period: Period) -> str:
    first, slash, last = period.text.partition("/")
    return _show_interval(first, last) if slash else _show_side(first)


def _show_interval(first: str, last: str) -> str:
    if first in ("", ".."):
        return f"until {_show_side(last)}"
    if last in ("", ".."):
        return f"from {_show_side(first)}"
    begins, ends = _show_side(first), _show_side(last)
    if begins == ends:
        return begins
    if _DAY.fullmatch(first) and _DAY.fullmatch(last) and first[:7] == last[:7]:
        return f"{int(first[8:])}–{ends}"
    return f"{begins} – {ends}"


def _show_side(side: str) -> str:
    year, month, day, qualifier = _parts(side)
    words = _IN_A_YEAR[month][0]
    if day:
        words = f"{int(day)} {words}" if words else f"the {_ordinal(int(day))} of some month of"
    return _QUALIFIERS[qualifier] + (f"{words} {year}".lstrip() if year.isdigit() else _in_some_year(words, year))


def _in_some_year(words: str, year: str) -> str:
    """What was in one of several years: of the 2020s, or of 2000–2009, for the 2000s might be a century."""
    decade = year[2] not in "0X"
    years = f"the {year[:3]}0s" if decade else f"{year.replace('X', '0')}–{year.replace('X', '9')}"
    if not words:
        return years if decade else f"a year of {years}"
    return f"{words} {years}" if words.startswith("the ") else f"some {words.removesuffix(' of')} of {years}"


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"
    return f"{number}{ending}"
