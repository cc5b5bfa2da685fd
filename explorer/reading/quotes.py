"""Finds a quote in its source's text as a reader would, or the passage that is nearest to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from heapq import merge
from itertools import groupby, islice

from rapidfuzz import fuzz

from explorer.reading.comparable import LINE_HYPHEN, ComparableText, comparable, without_hyphens
from explorer.reading.text_index import TextIndex

#: Shorter quotes are too common to say by themselves which passage is meant.
SHORT_CHARACTERS = 20
_JOINED = re.compile(r"(?<=[^\W\d_])- (?=[^\W\d_])")
_MOST_CHARACTERS_FOR_NEAREST = 2_000_000
#: How like the quote a passage is at least that is named as the nearest.
_LIKENESS_PERCENT = 50
#: A text of so many characters gets an index when so many quotes were looked up in it.
_CHARACTERS_FOR_INDEX, _QUOTES_FOR_INDEX = 100_000, 100


@dataclass(frozen=True)
class Span:
    """Code points `start` (first) to `end` (after the last) of the stored text."""

    start: int
    end: int


class _Searched(ComparableText):
    """A text in which quotes are looked up."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._lookups = 0

    @cached_property
    def _index(self) -> TextIndex:
        return TextIndex(self.letters)

    def all(self, quote: str) -> Iterator[tuple[int, int]]:
        """Where the quote begins and ends in `with_hyphens`, as often as it stands here, overlapping ones included.

        White space after a hyphen may be the end of a line that was joined, or a space where a line ends in the quote.
        """
        wanted = comparable(quote).strip()
        readings = {wanted, _JOINED.sub(LINE_HYPHEN, wanted), wanted.replace(LINE_HYPHEN, "- ")}
        return (place for place, _ in groupby(merge(*map(self._read, readings))))

    def _read(self, wanted: str) -> Iterator[tuple[int, int]]:
        """A hyphen at a line end may be part of the word or not: letters are found first, hyphens compared then."""
        bare = wanted.lstrip("- ")
        before, after = wanted[: len(wanted) - len(bare)].count("-"), len(bare) - len(bare.rstrip("-"))
        letters = without_hyphens(bare)
        if not letters:  # dashes alone
            yield from (found.span() for found in re.finditer(_pattern(wanted), self.with_hyphens) if wanted)
            return
        for start in self._starts(letters):
            first, last = self.hyphenated(start, start + len(letters))
            last += after
            if self.with_hyphens.startswith(bare, first) or self._alike(bare, first, last):
                begin = self._before(first, before)
                if begin is not None:
                    yield begin, last

    def _before(self, place: int, dashes: int) -> int | None:
        """Where so many dashes before the place begin, None if they do not stand there."""
        for _ in range(dashes):
            place -= 1
            while place > 0 and self.with_hyphens[place] == " ":
                place -= 1
            if place < 0 or self.with_hyphens[place] not in f"-{LINE_HYPHEN}":
                return None
        return place

    def _starts(self, wanted: str) -> Iterator[int]:
        self._lookups += 1
        if len(self.letters) >= _CHARACTERS_FOR_INDEX and self._lookups > _QUOTES_FOR_INDEX:
            indexed = self._index.starts(wanted)
            if indexed is not None:
                yield from indexed
                return
        at = self.letters.find(wanted) if wanted else -1
        while at >= 0:
            yield at
            at = self.letters.find(wanted, at + 1)

    def _alike(self, wanted: str, first: int, last: int) -> bool:
        """Whether what stands there is like `wanted` but for hyphens at the ends of lines."""
        found = self.with_hyphens[first:last]
        if LINE_HYPHEN not in found and LINE_HYPHEN not in wanted:
            return False
        return re.fullmatch(_pattern(wanted), found) is not None


def _pattern(wanted: str) -> str:
    signs = {"-": f"[-{LINE_HYPHEN}]", LINE_HYPHEN: f"[-{LINE_HYPHEN}]?"}
    return f"{LINE_HYPHEN}?".join(signs.get(sign) or re.escape(sign) for sign in wanted)


#: Few, since texts may be large; a dossier quotes from a few at a time.
_searched = lru_cache(maxsize=4)(_Searched)


def find(quote: str, text: str, occurrence: int = 1) -> Span | None:
    """Where the quote stands in the text for the `occurrence`-th time; None if it does not so often."""
    return next(iter(_places(quote, text, occurrence, occurrence)), None)


def first_two(quote: str, text: str) -> list[Span]:
    """The first two places where the quote stands in the text; fewer if it does not so often."""
    return _places(quote, text, 1, 2)


def _places(quote: str, text: str, first: int, last: int) -> list[Span]:
    searched = _searched(text)
    return [Span(*searched.span(*place)) for place in islice(searched.all(quote), first - 1, last)]


def count(quote: str, text: str) -> int:
    """How often the quote stands in the text, overlapping ones included."""
    return sum(1 for _ in _searched(text).all(quote))


def is_short(quote: str) -> bool:
    """Whether a quote that stands several times in a text is too short to say which passage is meant."""
    return len(comparable(quote).strip()) < SHORT_CHARACTERS


def nearest(quote: str, text: str) -> tuple[str, int] | None:
    """The passage most like the quote and its line in the text; None where nothing is like it."""
    searched = _searched(text)
    compared, wanted = searched.with_hyphens[:_MOST_CHARACTERS_FOR_NEAREST], comparable(quote).strip()
    if not compared or not wanted:
        return None
    match = fuzz.partial_ratio_alignment(wanted, compared, score_cutoff=_LIKENESS_PERCENT)
    if match is None or match.dest_start >= match.dest_end:
        return None
    start, end = searched.span(*_whole_words(compared, match.dest_start, match.dest_end))
    return " ".join(text[start:end].split()), text.count("\n", 0, start) + 1


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
