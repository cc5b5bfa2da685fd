"""A text and the places of quotes in it come in, passages go out: paragraphs with their quotes, shortened if long."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Characters of a passage, and the most that are shown of a quote which is longer than that.
ROOM, LONGEST = 600, 2_000
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_GAP = "…"

Span = tuple[int, int]  # code points: the first, and the one after the last


@dataclass(frozen=True)
class Part:
    """A run of text: a quote, with the place in the text where it begins, or what stands around quotes."""

    text: str
    start: int | None = None


@dataclass(frozen=True)
class Passage:
    """Quotes of one paragraph in what stands around them; an ellipsis where the paragraph, or a quote, goes on."""

    parts: tuple[Part, ...]


def check(text: str, start: int, end: int) -> None:
    """Raise ValueError where the text has no such place."""
    if not 0 <= start < end <= len(text):
        raise ValueError(f"has {len(text)} characters, so there is no passage from {start} to {end} in it")


def passages(text: str, spans: Iterable[Span], room: int = ROOM, begin: int = 0) -> list[Passage]:
    """The quotes at these places in the order of the text; those of one paragraph stand in one passage if they fit.

    A passage has `room` characters or, where its quotes are longer, those. What stands before `begin` is shown of
    quotes there only. Raises ValueError as `check` does.
    """
    return [_passage(text, group, room, begin) for group in _groups(text, _merged(text, spans), room)]


def _merged(text: str, spans: Iterable[Span]) -> list[Span]:
    """The places in order; those that overlap are one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        check(text, start, end)
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _groups(text: str, spans: Iterable[Span], room: int) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        group = groups[-1] if groups else None
        if group and span[1] - group[0][0] <= room and not _BLANK_LINE.search(text, group[-1][1], span[0]):
            group.append(span)
        else:
            groups.append([span])
    return groups


def _passage(text: str, spans: Sequence[Span], room: int, begin: int) -> Passage:
    start, end = spans[0][0], spans[-1][1]
    if end - start > LONGEST:
        return Passage((Part(text[start : start + LONGEST].rstrip() + _GAP, start),))
    first, last = _paragraph(text, start, end, room)
    first = max(first, begin) if begin <= start else first
    left = max(0, room - (end - start))
    # The half that one side does not need is for the other.
    before = min(start - first, max(left // 2, left - (last - end)))
    after = min(last - end, left - before)
    parts = [Part(_head(text[first:start], before))]
    for (quote, stop), following in zip(spans, [*(span[0] for span in spans[1:]), None], strict=True):
        parts += [Part(text[quote:stop], quote), Part(text[stop:following] if following else "")]
    return Passage(tuple(part for part in [*parts, Part(_tail(text[end:last], after))] if part.text))


def _paragraph(text: str, start: int, end: int, room: int) -> Span:
    """Where the paragraph that holds the quotes begins and ends, at blank lines or with the text; of a longer one only
    more than there is room for."""
    lowest, highest = max(0, start - room - 2), min(len(text), end + room + 2)
    begins = [lowest, *(found.end() for found in _BLANK_LINE.finditer(text, lowest, start))]
    following = _BLANK_LINE.search(text, end, highest)
    return begins[-1], following.start() if following else highest


def _head(text: str, most: int) -> str:
    """The last `most` characters, begun at a word."""
    if len(text) <= most:
        return text.lstrip()
    return f"{_GAP} {text[len(text) - most :].partition(' ')[2]}"


def _tail(text: str, most: int) -> str:
    """The first `most` characters, ended at a word."""
    if len(text) <= most:
        return text.rstrip()
    return f"{text[:most].rpartition(' ')[0]} {_GAP}"
