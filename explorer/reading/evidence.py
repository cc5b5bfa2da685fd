"""A quote and its source's text come in, the quote's place in the text goes out, or the nearest passage."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

_SPACE = re.compile(r"\s+")
_LONGEST_FOR_NEAREST = 2_000_000


@dataclass(frozen=True)
class Span:
    """Code points `start` (first) to `end` (after the last) of the stored text."""

    start: int
    end: int


@lru_cache(maxsize=16)
def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text with each run of white space as one space, and the place in the text of each of its characters."""
    pieces: list[str] = []
    places: list[int] = []
    last = 0
    for space in _SPACE.finditer(text):
        pieces += [text[last : space.start()], " "]
        places += [*range(last, space.start()), space.start()]
        last = space.end()
    pieces.append(text[last:])
    places += range(last, len(text))
    return "".join(pieces), places


def find(quote: str, text: str, occurrence: int = 1) -> Span | None:
    """Where the quote stands for the `occurrence`-th time, a run of white space counting as one space; else None."""
    squeezed, places = _squeezed(text)
    wanted = _SPACE.sub(" ", quote.strip())
    at = -1
    for _ in range(occurrence):
        at = squeezed.find(wanted, at + 1)
        if at < 0:
            return None
    return Span(places[at], places[at + len(wanted) - 1] + 1)


def count(quote: str, text: str) -> int:
    """How often the quote stands in the text, overlapping ones included."""
    number = 0
    while find(quote, text, number + 1):
        number += 1
    return number


def nearest(quote: str, text: str) -> tuple[str, int] | None:
    """The passage most like the quote and its line in the text; None where nothing is like it."""
    squeezed, places = _squeezed(text[:_LONGEST_FOR_NEAREST])
    wanted = _SPACE.sub(" ", quote.strip())
    if not squeezed or not wanted:
        return None
    found = fuzz.partial_ratio_alignment(wanted, squeezed, score_cutoff=50)
    if found is None or found.dest_start >= found.dest_end:
        return None
    start, end = _whole_words(squeezed, found.dest_start, found.dest_end)
    return squeezed[start:end], text.count("\n", 0, places[start]) + 1


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and text[start].isspace():
        start += 1
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
