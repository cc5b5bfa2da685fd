"""Says a question in words that are understood again: `meetings between Blinken and Lavrov, January 2022`."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date, timedelta

from explorer import dates, model, written_dates
from explorer.asking.lookup import TEXTUAL, Entity
from explorer.catalogue.phrases import Phrase, fill_phrase
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.values import ENTITIES

#: What stands before a value that no phrase has a slot for: by its parameter, else by the kind of entity.
_BEFORE = {
    "by": "by", "to": "addressed to", "about": "about", "on": "on", "other": "and", "third": "and", "kind": "of kind",
    "actor": "with", "place": "in", "topic": "about", "source": "reported in", "organization": "in",
    "meeting": "at the meeting",
}  # fmt: skip
#: Parameters whose values are words that say all: `planned`.
_BARE = ("status",)


def retold(question: QueryFile, given: Mapping[str, str], entities: Mapping[str, Entity]) -> str:
    """The question in words; what its phrase has no place for follows it. `given` are dates and plain values."""
    period = question.period or ("", "")
    alone = len(entities) == 1 and not given
    names = {name: _called(entity, alone) for name, entity in entities.items()}
    said = names | {name: value for name, value in given.items() if name not in period and value}
    since, until = (given.get(name) for name in period)
    when = in_words(since, until)
    fitting = [phrase for phrase in question.phrases if not set(phrase.names) & set(period)]
    if not fitting:  # a time is all that it asks for
        return fill_phrase(question.phrases, {**said, **_times(period, since, until, when)}) or question.title
    whole = [phrase for phrase in fitting if set(phrase.names) <= set(said)]
    best = max(whole, key=lambda phrase: len(phrase.names), default=None)
    if best is None:
        return ", ".join(filter(None, [question.title, when]))
    more = [
        _beside(question, each.name, said[each.name]) for each in question.parameters if _is_left(each.name, said, best)
    ]
    text = fill_phrase([best], said) if best.names or not (more and question.general) else _headline(question)
    return ", ".join(filter(None, [" ".join([text, *more]), when]))


def _called(entity: Entity, alone: bool) -> str:
    """The name; where more is said, a title in quotes, or its id where numbers in it could be taken for a time."""
    if alone or entity.kind not in TEXTUAL:
        return entity.name
    return entity.id if set(entity.name) & set('"0123456789') else f'"{entity.name}"'


def _is_left(name: str, said: Mapping[str, str], phrase: Phrase) -> bool:
    return name in said and name not in phrase.names


def _headline(question: QueryFile) -> str:
    """What the question lists: `meetings`."""
    return model.kind_of(question.headline).plural if question.headline else question.title


def _beside(question: QueryFile, name: str, value: str) -> str:
    """A value that the phrase has no slot for, as it is said behind it."""
    kind = question.parameter(name).type
    if name in _BARE:
        return value
    if name.endswith("format"):
        return value if value.startswith("in ") else f"by {value.rpartition(' or ')[2]}"
    return (
        f"{_BEFORE.get(name) or _BEFORE.get(kind, name)} {value}"
        if kind in (*ENTITIES, "string")
        else f"{name}: {value}"
    )


def _times(period: tuple[str, str], since: str | None, until: str | None, when: str) -> dict[str, str]:
    """What fills the slots of a phrase that is about a time: one date for both ends where it is one."""
    if since and until and written_dates.understand(when):
        return dict.fromkeys(period, when)
    days = zip(period, (_day(since, last=False), _day(until, last=True)), strict=True)
    return {name: _shown(day) for name, day in days if day}


def in_words(since: str | None, until: str | None) -> str:
    """A period as people say it: `January 2022`, `from 10 to 13 January 2022`, `since 1 March 2021`."""
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
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"from {first.day if same_month else _shown(first)} to {_shown(last)}"


def _shown(day: date) -> str:
    return dates.show(day.isoformat()) or day.isoformat()
