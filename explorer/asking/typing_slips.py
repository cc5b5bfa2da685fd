"""How many slips of the keyboard lie between two words, and whether fingers slip so."""

from __future__ import annotations

#: From so many letters on two slips are forgiven.
TWO_SLIPS = 8
#: The letters of a keyboard in their rows.
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def slips_between(word: str, other: str) -> int | None:
    """How many letters are left out, added, changed or changed over; None where these are too many."""
    from rapidfuzz.distance import OSA

    most = 2 if min(len(word), len(other)) >= TWO_SLIPS else 1
    slips = OSA.distance(word, other, score_cutoff=most)
    return slips if slips <= most else None


def is_likely(word: str, other: str) -> bool:
    """Whether the fingers slip so: to a key beside the right one, or two letters changed over."""
    differing = [pair for pair in zip(word, other, strict=False) if pair[0] != pair[1]]
    if len(word) != len(other):
        return False
    if len(differing) == 2 and differing[0] == differing[1][::-1]:
        return True
    if len(differing) != 1:
        return False
    places = [(row, keys.index(letter)) for letter in differing[0] for row, keys in enumerate(_KEYS) if letter in keys]
    return len(places) == 2 and all(abs(here - there) <= 1 for here, there in zip(*places, strict=True))
