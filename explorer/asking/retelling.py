"""Says a question with its values in words, as a person would: `meetings between Blinken and Lavrov, January 2022`."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta

from explorer import dates, written_dates
from explorer.asking.lookup import Entity
from explorer.catalogue.phrases import fill_phrase
from explorer.catalogue.query_file import QueryFile


def retold(question: QueryFile, given: Mapping[str, str], entities: Mapping[str, Entity]) -> str:
    """The question in words; what its phrase has no place for follows it. `given` are dates and plain values."""
    period = question.period or ("", "")
    names = {name: entity.name for name, entity in entities.items()}
    plain = {name: value for name, value in given.items() if name not in period and name not in names}
    fitting = [phrase for phrase in question.phrases if not set(phrase.names) & set(period)] or list(question.phrases)
    said = names | plain
    whole = [phrase for phrase in fitting if set(phrase.names) <= set(said)]
    text = (
        fill_phrase(whole or fitting, {**said, **{name: given[name] for name in period if name in given}})
        or question.title
    )
    covered = max((set(phrase.names) for phrase in whole), key=len, default=set())
    more = [f"{name}: {value}" for name, value in said.items() if name not in covered and value and name not in text]
    more = [each for each in more if each.partition(": ")[2] not in text]
    when = in_words(given.get(period[0]), given.get(period[1])) if any(given.get(name) for name in period) else ""
    if any(set(phrase.names) & set(period) for phrase in whole) or when in text:
        when = ""
    return ", ".join(filter(None, [text, *more, when]))


def in_words(since: str | None, until: str | None) -> str:
    """A period as people say it: `January 2022`, `10–13 January 2022`, `since 1 March 2021`."""
    first, last = _day(since, last=False), _day(until, last=True)
    if first and last:
        return _span(first, last)
    if first:
        return f"since {_shown(first)}"
    return f"until {_shown(last)}" if last else ""


def _day(text: str | None, *, last: bool) -> date | None:
    period = written_dates.understand(text) if text else None
    return (period.last if last else period.first) if period else None


def _span(first: date, last: date) -> str:
    if first == last:
        return _shown(first)
    if first.day == 1 and (last + timedelta(1)).day == 1:
        if (first.month, last.month) == (1, 12):
            return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
        begin, end = (f"{calendar.month_name[day.month]} {day.year}" for day in (first, last))
        return begin if begin == end else f"{begin} to {end}"
    return dates.show(f"{first.isoformat()}/{last.isoformat()}") or ""


def _shown(day: date) -> str:
    return dates.show(day.isoformat()) or day.isoformat()
