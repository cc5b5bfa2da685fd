"""The known word that is most like a misspelt one, and the end of a message that offers it."""

from __future__ import annotations

from collections.abc import Collection

#: How alike two words are at least, in percent, for one to be meant by the other.
_LIKENESS_PERCENT = 60


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that is most like it, None where none is."""
    return next(iter(nearest_ones(word, known, 1)), None)


def nearest_ones(word: str, known: Collection[str], most: int) -> list[str]:
    """At most so many known words that are like it, the most alike first; possibly none."""
    from rapidfuzz import process  # only a mistake needs it, and a command should begin at once

    return [match[0] for match in process.extract(word, known, limit=most, score_cutoff=_LIKENESS_PERCENT)]


def did_you_mean(word: str, known: Collection[str], otherwise: str = "") -> str:
    """The end of a message: the nearest known word, else what to do `otherwise`, else all that are known."""
    if meant := nearest(word, known):
        return f": did you mean `{meant}`?"
    return f": {otherwise or 'known are ' + ', '.join(known)}"
