"""A source's text and what its quotes support come in, the text in segments to mark goes out.

Quotes may overlap, repeat or lie within each other, so the text is cut wherever one of them begins or ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from explorer import model
from explorer.answers.answer import Answer, Row
from explorer.answers.display import display_name, evidence_of

#: What a quote can be the ground of; the first that a row names is what its quote supports.
_SUPPORTED = tuple(name for name in reversed(model.names()) if name != "source")
#: Lines of a text that was wrapped by its author or a program are not longer than this.
_WRAPPED = 120


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


def quotes(answer: Answer, source: str) -> list[Quote]:
    """Every quote from `source` that the rows of an answer give as evidence, each with what it supports."""
    found = {
        Quote(evidence["start"], evidence["end"], support): None
        for row in answer.rows
        for support in _supports(answer, row)
        for evidence in _evidence(answer, row)
        if evidence.get("source") == source and evidence.get("start") is not None
    }
    return sorted(found, key=lambda quote: (quote.start, quote.end, quote.support.text))


def segments(text: str, quotes: Iterable[Quote]) -> list[Segment]:
    """The whole text, in order, cut at every end of a quote. Quotes that reach beyond the text are left out."""
    begin: dict[int, list[Quote]] = {}
    cuts = {0, len(text)}
    for quote in quotes:
        if 0 <= quote.start < quote.end <= len(text):
            begin.setdefault(quote.start, []).append(quote)
            cuts |= {quote.start, quote.end}
    found, open_quotes = [], list[Quote]()
    for start, end in pairwise(sorted(cuts)):
        open_quotes = [quote for quote in open_quotes if quote.end > start] + begin.get(start, [])
        found.append(_segment(text, start, end, open_quotes, start in begin))
    return found


def _segment(text: str, start: int, end: int, around: list[Quote], begins: bool) -> Segment:
    return Segment(
        text=text[start:end],
        anchor=start if begins else None,
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


def _once(supports: Iterable[Support]) -> tuple[Support, ...]:
    return tuple(dict.fromkeys(supports))


def _supports(answer: Answer, row: Row) -> list[Support]:
    for kind in _SUPPORTED:
        for column in answer.columns:
            value = row.get(column.name)
            if column.type == kind and value:
                return [Support(kind, value["id"], display_name(value))]
    return []


def _evidence(answer: Answer, row: Row) -> Iterator[dict[str, Any]]:
    for column in answer.columns:
        if column.type.startswith("evidence"):
            yield from evidence_of(column, row)
