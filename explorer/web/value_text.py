"""Dates, moments and durations as people read them."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from explorer import dates

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
_UNITS = ("day", "hour", "minute", "second")


def shown_date(value: Any) -> str:
    """A date (EDTF) or a moment (ISO) as people write it; what is neither as it stands."""
    text = str(value or "")
    return dates.show(text) if dates.period_of(text) else _shown_time(text)


def shown_end(value: Any) -> str:
    """The date at which something began or ended, in words that go after `since` and `until`."""
    text = str(value or "")
    first, slash, last = text.partition("/")
    if not slash or not dates.period_of(text):
        return shown_date(text)
    if first in ("", ".."):
        return f"{dates.show(last)} or earlier"
    return f"{dates.show(first)} or later" if last in ("", "..") else f"some time in {dates.show(text)}"


def _shown_time(text: str) -> str:
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{dates.show(time.date().isoformat())}, {time:%H:%M} {time.tzname() or ''}".rstrip()


def shown_duration(value: str) -> str:
    """`PT2H30M` as `2 hours 30 minutes`; what is not written so as it stands."""
    found = _DURATION.fullmatch(value)
    if not found or not any(found.groups()):
        return value
    parts = [(int(number), unit) for number, unit in zip(found.groups(), _UNITS, strict=True) if number]
    return " ".join(f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts)
