"""A node comes in; the lines that are written at it, cut to a fair length, and how much room they take, go out."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from explorer.pictures.parts import Node

#: Of a name so many letters are written, of a title or a text two lines of so many; what is longer ends in an ellipsis.
LONGEST = 28
LINE_HEIGHT = 14.0
#: How wide a letter is on average, one of Chinese, Japanese or Korean or a pictogram, and how much wider bold ones are.
_NARROW, _WIDE, _BOLD = 6.4, 12.5, 1.1
#: So much stands on one line; the first of two lines has room for as much as this at least.
_ONE_LINE, _SHORTEST = 20, 14
_NO_LETTERS = "\ufffe\uffff"
#: What joins letters or follows one, so that a cut there would break it.
_JOINERS = "\u200d\ufe0e\ufe0f"


def radius(node: Node) -> float:
    """How far a node's shape reaches."""
    if node.entity == "actor":
        return 13.0 if node.asked else 9.0
    return 11.0 if node.asked else 8.0


def printable(text: str) -> str:
    """A text with spaces for the characters that XML cannot hold."""
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cs") or each in _NO_LETTERS else each for each in text)


def lines(node: Node) -> tuple[str, ...]:
    """What is written at a node: a name on one line, a title or a text on up to two."""
    words = printable(node.label).split()
    short = node.entity == "actor" or len(" ".join(words)) <= _ONE_LINE
    first = [] if short else _fitting(words)
    rest = _cut(" ".join(words[len(first) :]))
    return tuple(line for line in (" ".join(first), rest) if line) or ("",)


def size(node: Node) -> tuple[float, float]:
    """Width and height of what is written at a node."""
    written = lines(node)
    return max(map(width, written)) * (_BOLD if node.asked else 1.0), LINE_HEIGHT * len(written)


def width(text: str) -> float:
    """About how wide a text is."""
    wide = sum(unicodedata.east_asian_width(each) in "WF" for each in text)
    return _NARROW * (len(text) - wide) + _WIDE * wide


def _fitting(words: Sequence[str]) -> list[str]:
    """The words of the first line: so many that both lines are about as long, if they all fit on two."""
    whole = len(" ".join(words))
    most = max(whole // 2 + 2, _SHORTEST) if whole <= 2 * LONGEST else LONGEST
    taken: list[str] = []
    for word in words:
        if len(" ".join([*taken, word])) > most:
            break
        taken.append(word)
    return taken


def _cut(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    end = LONGEST - 1
    while end > 1 and (unicodedata.combining(text[end]) or text[end] in _JOINERS or text[end - 1] in _JOINERS):
        end -= 1
    return text[:end].rstrip() + "…"
