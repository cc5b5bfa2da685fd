"""Texts as messages repeat them: a long one is cut."""

from __future__ import annotations

_REPEATED_CHARACTERS = 150


def shortened(text: str, most: int) -> str:
    """The text, or its first characters and an ellipsis where it has more than so many."""
    return text if len(text) <= most else f"{text[:most]}…"


def repeated(said: str) -> str:
    """What somebody named that is not there, as far as it helps to see it again."""
    return shortened(said, _REPEATED_CHARACTERS)
