"""A node comes in; the lines that are written at it, cut to a fair length, and how much room they take, go out."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.pictures.network.model import Node
from explorer.pictures.text_metrics import clipped, plain, width

#: Of a name so many letters are written, of a title or a text two lines of so many; what is longer ends in an ellipsis.
LONGEST = 28
LINE_HEIGHT = 14.0
#: Sizes of the type: of names, and of titles, texts and numbers.
TYPE, SMALL_TYPE = 13.0, 11.5
#: How much wider bold letters are.
_BOLD = 1.1
#: So much stands on one line; the first of two lines has room for as much as this at least.
_ONE_LINE, _SHORTEST = 20, 14


def lines(node: Node) -> tuple[str, ...]:
    """What is written at a node: a name on one line, a title or a text on up to two."""
    words = plain(node.label).split()
    short = node.entity == "actor" or len(" ".join(words)) <= _ONE_LINE
    first = [] if short else _fitting(words)
    rest = clipped(" ".join(words[len(first) :]), LONGEST)
    return tuple(line for line in (" ".join(first), rest) if line) or ("",)


def size(node: Node) -> tuple[float, float]:
    """Width and height of what is written at a node."""
    written, letters = lines(node), TYPE if node.entity == "actor" else SMALL_TYPE
    wide = max(width(line, letters) for line in written)
    return wide * (_BOLD if node.asked else 1.0), LINE_HEIGHT * len(written)


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
