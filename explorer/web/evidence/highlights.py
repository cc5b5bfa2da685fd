"""A source's text and what its quotes support come in, the text in segments to mark goes out.

Quotes may overlap, repeat or lie within each other, so the text is cut wherever one of them begins or ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

#: Lines of a text that was wrapped by its author or a program are not longer than this.
_WRAPPED = 120
#: Characters before and after a place by which it is judged how the lines there were wrapped.
_AROUND = 30_000


@dataclass(frozen=True)
class Support:
    """One thing a quote is the ground of: its kind, its id and how it is called."""

    kind: str
    id: str
    text: str


@dataclass(frozen=True)
class Quote:
    """Where a quote stands in the text, in code points, and one thing that it supports."""

    start: int
    end: int
    support: Support


@dataclass(frozen=True)
class Segment:
    """A run of text inside the same quotes.

    `anchor` is set where a quote begins, `first` where no other goes on there, `ended` holds what ends here.
    """

    text: str
    anchor: int | None
    first: bool
    supports: tuple[Support, ...]
    ended: tuple[Support, ...]


def quotes(rows: Iterable[Mapping[str, Any]]) -> list[Quote]:
    """The quotes that the rows of pages/quotes-in-text name, each with what it supports."""
    return [Quote(row["start"], row["stop"], Support(row["kind"], row["id"], row["title"])) for row in rows]


def segments(text: str, quotes: Iterable[Quote], first: int = 0) -> list[Segment]:
    """A stretch of text that begins at the place `first`, in order, cut at every end of a quote.

    Of a quote that begins before it or goes on after it, the part in it is marked.
    """
    last = first + len(text)
    inside: dict[int, list[Quote]] = {}
    cuts = {first, last}
    for quote in quotes:
        if first < quote.end and quote.start < min(last, quote.end):
            inside.setdefault(max(first, quote.start), []).append(quote)
            cuts |= {max(first, quote.start), min(quote.end, last)}
    found, open_quotes = [], list[Quote]()
    for start, end in pairwise(sorted(cuts)):
        open_quotes = [quote for quote in open_quotes if quote.end > start] + inside.get(start, [])
        found.append(_segment(text[start - first : end - first], start, end, open_quotes))
    return found


def _segment(text: str, start: int, end: int, around: list[Quote]) -> Segment:
    return Segment(
        text=text,
        anchor=start if any(quote.start == start for quote in around) else None,
        first=all(quote.start == start for quote in around),
        supports=_once(quote.support for quote in around),
        ended=_once(quote.support for quote in around if quote.end == end),
    )


def unwrapped(text: str) -> str:
    """The text with a space for each line end that is only there because a line was full; as long as before.

    Such a line had no room for the first word of the next one, and the text has no long lines.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if width > _WRAPPED:
        return text
    ends = [
        " " if following[:1].strip() and len(line) + len(following.split(maxsplit=1)[0]) >= width else "\n"
        for line, following in pairwise(lines)
    ]
    return "".join(line + end for line, end in zip(lines, [*ends, ""], strict=True))


def unwrapped_around(text: str, start: int, end: int) -> str:
    """The text, as long as before, with the lines around one place unwrapped; a short text as a whole."""
    if len(text) <= 2 * _AROUND:
        return unwrapped(text)
    first = text.rfind("\n", 0, max(0, start - _AROUND)) + 1
    last = text.find("\n", end + _AROUND)
    last = last if last >= 0 else len(text)
    return text[:first] + unwrapped(text[first:last]) + text[last:]


def _once(supports: Iterable[Support]) -> tuple[Support, ...]:
    return tuple(dict.fromkeys(supports))
