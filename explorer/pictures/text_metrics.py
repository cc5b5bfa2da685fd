"""How wide a text is at a size of type, and as much of it as fits on a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Widths in parts of the size of the type. No font is at hand on the server, so they are those of a wide one.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 0.3),
    **dict.fromkeys(" .,:;!()[]ftr/-I", 0.42),
    **dict.fromkeys("cksxyvzJ", 0.58),
    **dict.fromkeys("mwMWOQ@%—…", 1.0),
    **dict.fromkeys("ABCDEFGHKLNPRSTUVXYZ", 0.76),
}
_LETTER, _OTHER, _WIDE = 0.64, 0.86, 1.3
#: By so little sums of widths may differ.
_NOTHING = 0.01
#: What XML cannot hold, and what turns the direction of reading round.
_NOT_IN_XML = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_OVERRIDES = re.compile("[\u202d\u202e]")
#: What joins letters or follows one, so that a cut there would break it.
_JOINERS = "\u200d\ufe0e\ufe0f"


def printable(text: str) -> str:
    """A text with spaces for the characters that XML cannot hold, and a sign for those that turn it round."""
    return _OVERRIDES.sub("\ufffd", _NOT_IN_XML.sub(" ", text))


def plain(text: str) -> str:
    """The text on one line, without what XML cannot hold."""
    return " ".join(printable(text).split())


def width(text: str, size: float) -> float:
    """How wide a text is at most, at this size of the type."""
    return sum(map(_of, text)) * size


def shortened(text: str, room: float, size: float) -> str:
    """The text, or its beginning with an ellipsis where there is not room for all of it."""
    if width(text, size) <= room + _NOTHING:
        return text
    room -= width("…", size)
    for end, character in enumerate(text):
        room -= _of(character) * size
        if room < 0:
            return _cut(text, end)
    return text


def wrapped(text: str, room: float, size: float) -> Iterator[str]:
    """The lines of a text, none wider than there is room unless one word is."""
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and width(longer, size) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def clipped(text: str, most: int) -> str:
    """The text, or so many characters of it at most, the last of them an ellipsis."""
    return text if len(text) <= most else _cut(text, most - 1)


def _cut(text: str, end: int) -> str:
    """The beginning of the text and an ellipsis, no letter cut in two."""
    while end > 1 and (unicodedata.combining(text[end]) or text[end] in _JOINERS or text[end - 1] in _JOINERS):
        end -= 1
    return text[:end].rstrip() + "…"


def _of(character: str) -> float:
    known = _WIDTHS.get(character)
    if known is not None:
        return known
    if unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    if unicodedata.east_asian_width(character) in "WF" or character > "\uffff":
        return _WIDE
    return _LETTER if character < "\u0250" else _OTHER
