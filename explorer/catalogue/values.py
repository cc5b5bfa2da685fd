"""The types of parameters and columns, and how the text of a value becomes a typed one."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from explorer import model, names, written_dates

#: What a parameter or a column may hold, besides entities.
SCALARS = ("string", "integer", "float", "boolean", "date")
#: The kinds of entities; each is a main label of the graph in small letters.
ENTITIES = model.names()
#: `words` is free text, which reaches the statement normalized.
PARAMETER_TYPES = (*SCALARS, "words", *ENTITIES)
#: An `answer` is what a source says, as text: a date, which is shown as one, or other words.
COLUMN_TYPES = (*SCALARS, *ENTITIES, "evidence", "answer")
#: Types of parameters that are narrowed: the last day that a date can mean, and an actor that is no person.
REFINED = ("date last", "actor organization")

_TRUE = frozenset(("true", "yes", "1", "on"))
_FALSE = frozenset(("false", "no", "0", "off"))
_LARGEST = 2**63 - 1
#: How what stands for a missing value is written: NaT, NaN and NA of pandas and numpy.
_MISSING = frozenset(("NaT", "nan", "<NA>"))


def scalar(kind: str, value: Any, *, last_day: bool = False) -> Any:
    """The value of type `kind` that `value`, text or typed already, stands for.

    `last_day` takes the last day of a date that means several. Raises ValueError that says what to write instead.
    """
    return _date(value, last_day) if kind == "date" else _CONVERSIONS[kind](value)


def is_missing(value: Any) -> bool:
    """Whether nothing is given: None, an empty text, or what pandas and numpy have where nothing is known."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or str(value) in _MISSING


def text_given(value: Any) -> str:
    """A value as text that every engine takes, `?` for half of a pair of UTF-16, which no engine does."""
    return str(value).encode("utf-8", "replace").decode()


def _words(value: Any) -> str:
    found = names.asked_words(str(value))
    if not found:
        raise ValueError("has no letter and no digit in it: write the words to look for")
    return " ".join(found)


def _integer(value: Any) -> int:
    # A whole number may come as 10.0, from a column of pandas with gaps.
    text = str(value).strip() if isinstance(value, str | bool) else str(value).removesuffix(".0")
    try:
        number = int(text)
    except ValueError:
        raise ValueError("is not a whole number: write one such as 10") from None
    if abs(number) > _LARGEST:
        raise ValueError("is too large a number")
    return number


def _float(value: Any) -> float:
    try:
        number = float(str(value).strip())
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError("is not a number: write one such as 0.5")
    return number


def _boolean(value: Any) -> bool:
    text = str(value).strip().lower()
    if text not in _TRUE | _FALSE:
        raise ValueError("is neither true nor false: write one of them")
    return text in _TRUE


def _date(value: Any, last_day: bool) -> date:
    if isinstance(value, date):
        return date(value.year, value.month, value.day)
    text = value if isinstance(value, str) else str(value).partition("T")[0]  # a moment of numpy
    period = written_dates.understand(text)
    day = (period.last if last_day else period.first) if period else None
    if day is None:
        which = "last" if last_day else "first"
        raise ValueError(
            f"has no {which} day: write one such as 2022-01-21"
            if period
            else "is not a date: write one such as 2022-01-21, 2022-01, January 2022 or 21 January 2022"
        )
    return day


_CONVERSIONS: dict[str, Callable[[Any], Any]] = {
    "string": text_given,
    "words": _words,
    "integer": _integer,
    "float": _float,
    "boolean": _boolean,
}


def text_of(value: Any) -> str:
    """A value as text that `scalar` reads back; an entity, as an answer shows it, as its id."""
    if isinstance(value, Mapping):
        return str(value["id"])
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
