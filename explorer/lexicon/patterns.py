"""Finds wordings of several words in a text: `foreign minister*`, where a star ends the beginning of a word, and
`fand ... statt`, where other words may stand between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from explorer import names

#: Stands for any words between.
GAP = "..."
#: More letters than these after a beginning make another word, and more words than these no gap.
LONGEST_ENDING, _LONGEST_GAP = 6, 12
#: Words of a wording, normalized; a star is kept.
Pattern = tuple[str, ...]
Meant = TypeVar("Meant")


def pattern(wording: str) -> Pattern:
    """The words of a wording, normalized, with their stars and gaps."""
    words: list[str] = []
    for piece in wording.split():
        normalized = names.normalize(piece.rstrip("*")).split()
        if piece in (GAP, "…"):
            words.append(GAP)
        elif normalized:
            words += [*normalized[:-1], normalized[-1] + "*" * piece.endswith("*")]
    return tuple(words)


class Patterns(Generic[Meant]):
    """Wordings, each with what it means."""

    def __init__(self, entries: Iterable[tuple[str, Meant]]) -> None:
        self._by_first: dict[str, list[tuple[Pattern, Meant]]] = {}
        for wording, meant in entries:
            if words := pattern(wording):
                self._by_first.setdefault(words[0], []).append((words, meant))

    def at(self, words: Sequence[str], at: int) -> list[tuple[tuple[int, ...], Meant]]:
        """The wordings from word number `at` on: the numbers of their words, and what they mean; the longest first."""
        word = words[at]
        beginnings = (f"{word[:end]}*" for end in range(len(word), max(0, len(word) - LONGEST_ENDING - 1), -1))
        found = [
            (numbers, meant)
            for first in (word, *beginnings)
            for wanted, meant in self._by_first.get(first, ())
            if (numbers := _numbers(wanted, words, at))
        ]
        return sorted(found, key=lambda each: -len(each[0]))


def _numbers(wanted: Pattern, words: Sequence[str], at: int) -> tuple[int, ...]:
    """The numbers of the words that are the wanted ones, from number `at` on; () where they are not there."""
    numbers: list[int] = []
    reach = 1
    for each in wanted:
        if each == GAP:
            reach = _LONGEST_GAP
            continue
        found = next((n for n in range(at, min(len(words), at + reach)) if _fits(each, words[n])), None)
        if found is None:
            return ()
        numbers.append(found)
        at, reach = found + 1, 1
    return tuple(numbers)


def _fits(wanted: str, word: str) -> bool:
    if wanted.endswith("*"):
        return word.startswith(wanted[:-1]) and len(word) - len(wanted) < LONGEST_ENDING
    return word == wanted
