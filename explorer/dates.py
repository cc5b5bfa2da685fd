"""Dates as precise as the sources give them: EDTF text in, first and last possible day and readable words out.

EDTF level 1 is the Library of Congress's Extended Date/Time Format, as in `2022-01`, `2022-01-18/2022-01-20`,
`2022-01~` (circa), `../2022-01-23` (up to that day).
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LEVEL_1_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(-(\d\d|XX)(-(\d\d|XX))?)?[?~%]?")
_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUALIFIERS = {"~": "around ", "?": "possibly ", "%": "possibly around "}
_REMEDY = "write EDTF such as 2022-01-21, 2022-01, 2022, 2022-01-18/2022-01-20, 2022-01~ or ../2022-01-23"


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
    """EDTF level 1 text as a Period. Raises ValueError, with what to write instead."""
    text = text.strip()
    if _DAY.fullmatch(text):
        day = _iso(text)
        return Period(text, day, day)
    sides = text.split("/")
    if len(sides) > 2 or not all(side in ("", "..") or _LEVEL_1_DATE.fullmatch(side) for side in sides):
        raise ValueError(f"'{text}' is no date: {_REMEDY}")
    if not any(side.strip(".") for side in sides):
        raise ValueError(f"'{text}' names no day at all: leave the date out instead")
    first = None if sides[0] in ("", "..") else _bounds(sides[0])[0]
    last = None if sides[-1] in ("", "..") else _bounds(sides[-1])[1]
    if first and last and first > last:
        raise ValueError(f"'{text}' ends before it begins: put the earlier day first")
    return Period(text, first, last)


def _iso(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a day of the calendar: {_REMEDY}") from None


def _bounds(side: str) -> tuple[date, date]:
    """First and last day of one side of an interval."""
    known = _PLAIN.fullmatch(side.rstrip("~?%"))
    if known and known[1] != "0000" and "01" <= (known[2] or "01") <= "12" and not known[3]:
        year, month = int(known[1]), int(known[2] or 12)
        return date(year, int(known[2] or 1), 1), date(year, month, calendar.monthrange(year, month)[1])
    return _bounds_by_library(side)


def _bounds_by_library(side: str) -> tuple[date, date]:
    import edtf  # slow to import, and only odd dates need it

    try:
        parsed = edtf.parse_edtf(side)
        first, last = _day(parsed.lower_strict()), _day(parsed.upper_strict())
        if side[5:7] == "24":  # winter runs into the next year; the library stops at December
            last = date(first.year + 1, 2, calendar.monthrange(first.year + 1, 2)[1])
    except (edtf.EDTFParseException, ValueError, AttributeError):
        raise ValueError(f"'{side}' is not a date of the calendar: {_REMEDY}") from None
    return first, last


def _day(time_struct: Any) -> date:
    return date(time_struct.tm_year, time_struct.tm_mon, time_struct.tm_mday)


def show(text: str | None) -> str:
    """EDTF as people write it: `January 2022`, `18–20 January 2022`, `until 23 January 2022`; '' for None."""
    if not text:
        return ""
    first, slash, last = text.partition("/")
    if not slash:
        return _show_side(text)
    if first in ("", ".."):
        return f"until {_show_side(last)}"
    if last in ("", ".."):
        return f"from {_show_side(first)}"
    return _show_interval(first, last)


def _show_interval(first: str, last: str) -> str:
    if _DAY.fullmatch(first) and _DAY.fullmatch(last) and first[:7] == last[:7]:
        return f"{int(first[8:])}–{_show_side(last)}"
    return f"{_show_side(first)} – {_show_side(last)}"


def _show_side(side: str) -> str:
    qualifier = _QUALIFIERS.get(side[-1], "")
    known = side.rstrip("~?%").replace("-XX", "")
    found = _PLAIN.fullmatch(known)
    if not found:  # a decade or a century: 202X, 20XX
        return f"{qualifier}{known.replace('X', '0')}s"
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is None:
        return f"{qualifier}{year:04d}"
    if month in _SEASONS:
        return f"{qualifier}{_SEASONS[month]} {year:04d}"
    return f"{qualifier}{f'{day} ' if day else ''}{calendar.month_name[month]} {year:04d}"
