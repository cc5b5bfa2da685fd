"""Texts as messages repeat them: a long one is cut."""

from __future__ import annotations


def shortened(text: str, most: int) -> str:
    """The text, or its first characters and an ellipsis where it has more than so many."""
    return text if len(text) <= most else f"{text[:most]}…"
