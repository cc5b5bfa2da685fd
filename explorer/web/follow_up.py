"""The question that a follow-up continues, as its address: `meetings-between?actor=blinken&other=lavrov`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

from explorer.answers.answer import Choices
from explorer.errors import UsageError
from explorer.web.request import connection

#: In the address of words that are asked: the question before.
AFTER = "after"


def address(name: str, values: Mapping[str, str]) -> str:
    """A question with its values, to come after."""
    return f"{name}?{urlencode(values)}"


def before(said: str | None) -> tuple[str, dict[str, Any]] | None:
    """The name of the question before and its values; None where there is none.

    Raises UnknownQuestion, and UsageError for values that no longer mean one thing.
    """
    if not said:
        return None
    name, _, query = said.partition("?")
    shown = connection().shown_values(name, dict(parse_qsl(query)))
    if isinstance(shown, Choices):
        raise UsageError(f"The question before is not clear: {shown.message}")
    return name, shown
