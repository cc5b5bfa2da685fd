"""What the templates need to show values: addresses, dates and numbers as people read them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from flask import Flask

from explorer import dates
from explorer.answers import safe_url
from explorer.answers.display import display_name
from explorer.catalogue.values import text_of
from explorer.web import answer_pictures, links, table_columns

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
_MOST_ITEMS = 50
_UNITS = ("day", "hour", "minute")


class Unfolded(NamedTuple):
    """What is seen at once, what is folded in, and how many are too many for a page: the JSON has them."""

    seen: Sequence[Any]
    folded: Sequence[Any]
    left: int


def register(app: Flask) -> None:
    """Give the templates these filters."""
    app.jinja_env.filters.update(
        called=display_name,
        entity_url=lambda entity, kind: links.entity(kind, entity["id"]),
        choice_url=links.choice,
        kind_key=answer_pictures.key,
        line_key=answer_pictures.line_key,
        columns=table_columns.columns,
        layout=table_columns.layout,
        sentence=lambda text: text[:1].upper() + text[1:],
        shown_date=shown_date,
        safe_url=safe_url.safe,
    )
    app.jinja_env.globals.update(question_url=links.question)


def shown_date(value: Any) -> str:
    """A date (EDTF) or a moment (ISO) as people write it; what is neither as it stands."""
    text = str(value or "")
    try:
        dates.parse(text)
    except ValueError:
        return _shown_time(text)
    return dates.show(text)


def _shown_time(text: str) -> str:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{dates.show(time.date().isoformat())}, {time:%H:%M} {time.tzname() or ''}".rstrip()


def spoken(value: Any) -> str:
    """A value of a parameter as a person would say it: entities by name, dates in words."""
    if isinstance(value, Mapping):
        return display_name(dict(value))
    return dates.show(value.isoformat()) if isinstance(value, date) else text_of(value)


def shown_duration(value: str) -> str:
    """`PT2H30M` as `2 hours 30 minutes`; what is not written so as it stands."""
    found = _DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return value
    parts = [(int(number), unit) for number, unit in zip(found.groups(), _UNITS, strict=True) if number]
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts)


def unfolded(items: Sequence[Any], most: int) -> Unfolded:
    """The items split by where they are shown; one item alone is not worth folding in."""
    if len(items) <= most + 1:
        return Unfolded(items, (), 0)
    return Unfolded(items[:most], items[most:_MOST_ITEMS], max(0, len(items) - _MOST_ITEMS))
