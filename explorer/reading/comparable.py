"""A text as a reader compares it: what nobody sees, or tells apart, is left out, and each place knows where it stood.

Characters that only look alike after thought, such as a small l and a capital I, stay apart, and so do capitals.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

#: A hyphen at the end of a line. It may be part of the word, as in well-known, or not.
LINE_HYPHEN = "\x01"
_QUOTES = "\"'`´ʹʺʻʼʽʾʿˈ׳״‘’‚‛“”„‟′″‴‵‶«»‹›「」『』〝〞〟﹁﹂﹃﹄＇＂｢｣\u055a\u1fef\u1ffd\ua78b\ua78c"
_DASHES = "-‐‑‒–—―−⁃⸺⸻﹘﹣－\u05be\u2027"
#: Neither seen nor heard: soft hyphens, what has no width, marks of direction, selectors of a variant.
_UNSEEN = [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
_UNSEEN += [*range(0xFE00, 0xFE10), *range(0xE0000, 0xE01F0)]
#: Blocks of letters joined or shaped for print, as programs take them out of PDF files: fi, Arabic and Chinese ones.
_PRINT_FORMS = [range(0x132, 0x134), range(0x1C4, 0x1CD), range(0x2F00, 0x2FD6), range(0x2160, 0x2180)]
_PRINT_FORMS += [range(0xFB00, 0xFB18), range(0xFB20, 0xFB2A), range(0xFB50, 0xFDFE), range(0xFE70, 0xFEFD)]
_TABLE: dict[int, str | None] = {
    **{code: unicodedata.normalize("NFKC", chr(code)) for block in _PRINT_FORMS for code in block},
    **dict.fromkeys(map(ord, _QUOTES), "'"),
    **dict.fromkeys(map(ord, _DASHES), "-"),
    **dict.fromkeys(_UNSEEN),
    ord("…"): "...",
}
EAST_ASIAN = "[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff]"
_SPACE = re.compile(r"\s+")
_EAST_ASIAN_SPACE = re.compile(f"(?<={EAST_ASIAN})\\s+(?={EAST_ASIAN})")  # where a line was broken
_HYPHEN_AT_THE_END = re.compile(r"(?<=[^\W\d_])[-‐][^\S\n\r\u2028\u2029]*[\n\r\u2028\u2029]\s*(?=[^\W\d_])")
#: What a typewriter has for a dash or a quotation mark.
_SIGNS = re.compile("-{2,}|'{2,}|`{2,}")
#: Nothing before this place changes how what follows is compared: it is inside of a word, and no sign is joined on.
_SAFE = re.compile(r"(?<=[^\W_])(?=[^\W_\u1160-\u11ff\ud7b0-\ud7fb])")
_BLOCK_CHARACTERS = 128
#: A text that has no safe place for so long, which no words do, is cut anywhere.
_LONGEST_BLOCK = 4096


def comparable(text: str) -> str:
    """The text as it is compared, hyphens included."""
    text = unicodedata.normalize("NFC", _SIGNS.sub(lambda run: run[0][0], text))
    # Before dashes become hyphens, for a dash breaks no word.
    text = _HYPHEN_AT_THE_END.sub(LINE_HYPHEN, text)
    text = unicodedata.normalize("NFC", text.translate(_TABLE))
    return _SPACE.sub(" ", _EAST_ASIAN_SPACE.sub("", text))


class ComparableText:
    """A text and what is compared of it: `with_hyphens`, and `letters`, which has none.

    Kept is where blocks of the text begin; within one, places are found by comparing anew.
    """

    def __init__(self, text: str) -> None:
        self._original = text
        #: Where each block begins in the text, and in what is compared.
        self._begins, self._compared_begins = array("L", [0]), array("L", [0])
        parts: list[str] = []
        for begin, end in _blocks(text):
            parts.append(comparable(text[begin:end]))
            self._begins.append(end)
            self._compared_begins.append(self._compared_begins[-1] + len(parts[-1]))
        self.with_hyphens = "".join(parts)
        hyphens = re.finditer(f"[-{LINE_HYPHEN}]", self.with_hyphens)
        #: Where in `letters` each hyphen was.
        self._hyphens = array("L", (found.start() - number for number, found in enumerate(hyphens)))
        self.letters = without_hyphens(self.with_hyphens)

    def hyphenated(self, start: int, end: int) -> tuple[int, int]:
        """Where what stands at these places of `letters` stands in `with_hyphens`, without hyphens at its ends."""
        return start + bisect_right(self._hyphens, start), end + bisect_right(self._hyphens, end - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where these places of `with_hyphens` stand in the text, but for what is unseen at its ends."""
        first, last = self._place(start), self._place(end)
        while first < last - 1 and _is_nothing(self._original[first]):
            first += 1
        while last > first + 1 and _is_nothing(self._original[last - 1]):
            last -= 1
        return first, last

    def _place(self, at: int) -> int:
        """Where in the text the character begins of which something stands at `at` of `with_hyphens`."""
        block = bisect_right(self._compared_begins, at) - 1
        begin = self._begins[block]
        if block + 1 == len(self._begins):
            return begin
        part, offset = self._original[begin : self._begins[block + 1]], at - self._compared_begins[block]
        if part.isascii() and len(part) == self._compared_begins[block + 1] - self._compared_begins[block]:
            return begin + offset  # of ASCII characters none becomes several, so that each is one here
        return begin + bisect_left(range(len(part)), offset + 1, key=lambda last: len(comparable(part[: last + 1])))


def without_hyphens(compared: str) -> str:
    """What is compared, but for its hyphens."""
    return compared.replace("-", "").replace(LINE_HYPHEN, "")


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    while begin < len(text):
        safe = _SAFE.search(text, begin + _BLOCK_CHARACTERS, begin + _LONGEST_BLOCK)
        end = safe.start() if safe else min(begin + _LONGEST_BLOCK, len(text))
        yield begin, end
        begin = end


def _is_nothing(character: str) -> bool:
    return character.isspace() or not comparable(character)
