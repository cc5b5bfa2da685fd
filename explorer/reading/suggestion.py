"""What somebody may have meant who wrote a word that is not known."""

from __future__ import annotations

from collections.abc import Collection

from rapidfuzz import process

#: How alike two words are at least, in percent, for one to be meant by the other.
_LIKENESS_PERCENT = 60


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that is most like it, None where none is."""
    match = process.extractOne(word, known, score_cutoff=_LIKENESS_PERCENT)
    return match[0] if match else None


def did_you_mean(word: str, known: Collection[str], otherwise: str = "") -> str:
    """The end of a message: the nearest known word, else what to do `otherwise`, else all that are known."""
    if meant := nearest(word, known):
        return f": did you mean `{meant}`?"
    return f": {otherwise or 'known are ' + ', '.join(known)}"
