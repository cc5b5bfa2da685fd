"""Finds a quote in its source's text, or the passage that is nearest to it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz

_SPACE = re.compile(r"\s+")
_SPACES = re.compile(r"\s{2,}")
#: What is not one plain space already, which most white space is.
_ODD_SPACE = re.compile(r"\s{2,}|[^\S ]")
_MOST_CHARACTERS_FOR_NEAREST = 2_000_000
#: How like the quote a passage is at least that is named as the nearest.
_LIKENESS_PERCENT = 50


@dataclass(frozen=True)
class Span:
    """Code points `start` (first) to `end` (after the last) of the stored text."""

    start: int
    end: int


class _SingleSpaced:
    """A text with each run of white space as one space, which knows where in the text each character stands."""

    def __init__(self, text: str) -> None:
        self.text = _ODD_SPACE.sub(" ", text)
        #: Where a part without longer runs begins here, and by how much it stands later in the text.
        self._starts, self._shifts = array("L", [0]), array("L", [0])
        for run in _SPACES.finditer(text):
            shift = self._shifts[-1]
            self._starts.append(run.start() - shift + 1)
            self._shifts.append(shift + run.end() - run.start() - 1)

    def offset(self, at: int) -> int:
        """The offset in the text of the character at `at`."""
        return at + self._shifts[bisect_right(self._starts, at) - 1]

    def all(self, quote: str) -> Iterator[tuple[int, int]]:
        """Where the quote begins and ends here, as often as it stands here, overlapping ones included."""
        wanted = _SPACE.sub(" ", quote.strip())
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            yield at, at + len(wanted)
            at = self.text.find(wanted, at + 1)


#: Few, since texts may be large; a dossier quotes from a few at a time.
_single_spaced = lru_cache(maxsize=8)(_SingleSpaced)


def find(quote: str, text: str, occurrence: int = 1) -> Span | None:
    """Where the quote stands for the `occurrence`-th time, a run of white space counting as one space; else None."""
    spaced = _single_spaced(text)
    for start, end in islice(spaced.all(quote), occurrence - 1, occurrence):
        return Span(spaced.offset(start), spaced.offset(end - 1) + 1)
    return None


def count(quote: str, text: str) -> int:
    """How often the quote stands in the text, overlapping ones included."""
    return sum(1 for _ in _single_spaced(text).all(quote))


def nearest(quote: str, text: str) -> tuple[str, int] | None:
    """The passage most like the quote and its line in the text; None where nothing is like it."""
    spaced = _single_spaced(text[:_MOST_CHARACTERS_FOR_NEAREST])
    wanted = _SPACE.sub(" ", quote.strip())
    if not spaced.text or not wanted:
        return None
    match = fuzz.partial_ratio_alignment(wanted, spaced.text, score_cutoff=_LIKENESS_PERCENT)
    if match is None or match.dest_start >= match.dest_end:
        return None
    start, end = _whole_words(spaced.text, match.dest_start, match.dest_end)
    return spaced.text[start:end], text.count("\n", 0, spaced.offset(start)) + 1


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
