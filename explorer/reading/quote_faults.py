"""What is wrong with a quote, in words: it differs from the text, and where; or it stands there several times."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from explorer.reading import quotes
from explorer.reading.comparable import EAST_ASIAN, LINE_HYPHEN, comparable
from explorer.shortened import shortened

#: A quote or passage is shown as far as this.
_SHOWN_CHARACTERS = 400
_DIFFERENCE_CHARACTERS = 60
#: Chinese and Japanese are not written in words, so that each sign is one.
_WORDS = re.compile(rf"(?:{EAST_ASIAN}|\S+?(?={EAST_ASIAN}|\s|$))\s*")
_MOST_WORDS = 300


def not_there(quote: str, occurrence: int, source: str, text: str, *, with_nearest: bool) -> str:
    """The quote is not there, or less often than `occurrence` says.

    `with_nearest`, which takes time in a long text, says what is most like it.
    """
    if number := quotes.count(quote, text):
        times = "once" if number == 1 else f"{number} times"
        return f"the quote stands in '{source}' {times}, not {occurrence}: correct `occurrence`"
    message = f"the quote does not stand in '{source}': \"{shortened(quote, _SHOWN_CHARACTERS)}\""
    if not with_nearest:
        return message
    near = quotes.nearest(quote, text)
    if near is None:
        return f"{message}; nothing in it is like it"
    passage, line = near
    shown = f'the nearest passage, in its line {line}, is "{shortened(passage, _SHOWN_CHARACTERS)}"'
    return f"{message}; {shown}: {_difference(quote, passage)}"


def ambiguous(quote: str, source: str, text: str, places: list[quotes.Span]) -> str:
    """The quote is there several times, first at these two places."""
    first, second = (_line(text, place) for place in places)
    lines = f"two of them in line {first}" if first == second else f"first in lines {first} and {second}"
    return (
        f"the quote stands in '{source}' several times, {lines}: \"{shortened(quote, _SHOWN_CHARACTERS)}\";"
        " quote more words, or say which it is, such as `occurrence: 1`"
    )


def _line(text: str, place: quotes.Span) -> int:
    return text.count("\n", 0, place.start) + 1


def _difference(quote: str, passage: str) -> str:
    """The first words in which the two differ."""
    ours, theirs = (_words(quote), _words(passage))
    pairs = SequenceMatcher(None, [word.strip() for word in ours], [word.strip() for word in theirs], autojunk=False)
    for kind, begin, end, their_begin, their_end in pairs.get_opcodes():
        if kind != "equal":
            return _said("".join(ours[begin:end]).strip(), "".join(theirs[their_begin:their_end]).strip())
    return "the two differ further on"


def _words(text: str) -> list[str]:
    return _WORDS.findall(comparable(text).replace(LINE_HYPHEN, ""))[:_MOST_WORDS]


def _said(ours: str, theirs: str) -> str:
    if not ours:
        return f'the quote leaves out "{shortened(theirs, _DIFFERENCE_CHARACTERS)}"'
    if not theirs:
        return f'the text does not have "{shortened(ours, _DIFFERENCE_CHARACTERS)}"'
    signs = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
    names = f" ({_name(signs[0][0])}, not {_name(signs[0][1])})" if len(ours) == len(theirs) and len(signs) == 1 else ""
    shown = (shortened(words, _DIFFERENCE_CHARACTERS) for words in (ours, theirs))
    return 'the quote has "{}" and the text "{}"'.format(*shown) + names


def _name(sign: str) -> str:
    """What a character is called, since two may look alike."""
    return unicodedata.name(sign, f"#x{ord(sign):04x}").lower()
