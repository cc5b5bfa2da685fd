"""A long text in pages, so that a source of any length can be read: a page begins where a line does."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

#: Characters of a page, about; the last has up to twice as many.
PAGE = 60_000
#: How far a page goes on to end with a line.
_REST_OF_LINE = 2_000


@dataclass(frozen=True)
class TextPage:
    """The characters from `start` up to `end` of a text; `number` counts from 1. `before` and `after` are the pages'
    places beside it, if there are such pages."""

    number: int
    count: int
    start: int
    end: int
    before: int | None
    after: int | None


def page_at(text: str, at: int) -> TextPage:
    """The page of the text on which the character at `at` stands; of a place beyond the text, the last."""
    count = max(1, len(text) // PAGE)
    index = min(at // PAGE, count - 1)
    if at < _begin(text, index, count):
        index -= 1
    start, end = _begin(text, index, count), _begin(text, index + 1, count)
    before = _begin(text, index - 1, count) if index else None
    return TextPage(index + 1, count, start, end, before, end if index + 1 < count else None)


def _begin(text: str, index: int, count: int) -> int:
    """Where the page begins: after the line that goes on from the page before, unless it is very long."""
    if index == 0 or index == count:
        return len(text) if index else 0
    at = index * PAGE
    return (text.find("\n", at - 1, at + _REST_OF_LINE) + 1) or at


def in_address(start: int | None) -> str:
    """What leads from the address of a source to the quote that begins at `start`: on its page, if not on the first."""
    if start is None:
        return ""
    query = f"?{urlencode({'at': start})}" if start >= PAGE else ""
    return f"{query}#quote-{start}"
