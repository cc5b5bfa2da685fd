"""Periods that are counted from today: `yesterday`, `last month`, `the past three weeks`."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from explorer.lexicon.language import Language, longest_at

#: First and last day.
Days = tuple[date, date]
_UNITS = ("days", "weeks", "months", "years")
_MOST = 1000


def period_at(words: Sequence[str], language: Language, at: int, today: date) -> tuple[int, Days | None]:
    """How many words from number `at` on are a period, and its days; (0, None) for none."""
    if count := longest_at(language.periods, words, at, language.longest):
        return count, _named(language.periods[tuple(words[at : at + count])], today)
    return _counted(words, language, at, today)


def _counted(words: Sequence[str], language: Language, at: int, today: date) -> tuple[int, Days | None]:
    """`last three weeks`, `trois dernières semaines`: up to today."""
    if at + 3 > len(words):
        return 0, None
    first, second, unit = words[at : at + 3]
    past = language.times["past"]
    number = _number(second, language) if (first,) in past else _number(first, language) if (second,) in past else None
    for each in _UNITS:
        if number and (unit,) in language.times[each]:
            return 3, (_before(today, number, each), today)
    return 0, None


def _number(word: str, language: Language) -> int | None:
    number = int(word) if word.isdecimal() else language.numbers.get(word)
    return number if number and number <= _MOST else None


def _before(day: date, number: int, unit: str) -> date:
    """The day that lies so many units earlier."""
    if unit in ("days", "weeks"):
        return day - timedelta(number * (7 if unit == "weeks" else 1))
    year, month = divmod(12 * day.year + day.month - 1 - number * (12 if unit == "years" else 1), 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _named(name: str, today: date) -> Days:
    """The days of `last_month`, `today` and the like; weeks begin on Monday."""
    if name in ("today", "yesterday", "tomorrow"):
        day = today + timedelta({"yesterday": -1, "today": 0, "tomorrow": 1}[name])
        return day, day
    which, unit = name.split("_")
    if which == "past":
        return today - timedelta({"week": 7, "month": 30, "year": 365}[unit]), today
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        monday = today - timedelta(today.weekday()) + timedelta(7 * step)
        return monday, monday + timedelta(6)
    if unit == "year":
        return date(today.year + step, 1, 1), date(today.year + step, 12, 31)
    year, month = divmod(12 * today.year + today.month - 1 + step, 12)
    return date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1])
