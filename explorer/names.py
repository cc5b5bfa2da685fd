"""The normalized form of names and texts: lower case, Latin letters, no accents, no punctuation.

`Лавров`, `LAVROV` and `Lavrov` have the same form, so each of them finds the others.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from anyascii import anyascii

#: Dropped without a gap, so that U.S. and US, O'Brien and OBrien are one word.
_JOINING = ".'’ʼ`´ʹ"
_DROPPED = dict.fromkeys(map(ord, _JOINING))
#: What becomes of each ASCII character.
_NORMALIZED = {
    code: chr(code).lower() if chr(code).isalnum() else None if chr(code) in _JOINING else " " for code in range(128)
}
#: Too common to find anybody by.
_SMALL_WORDS = frozenset(
    "a al an and at by d da de del der des di du e el en et for in la le of on s the to van von y".split()
)


def normalize(text: str) -> str:
    """The normalized form of a name or text: ASCII words separated by one space, possibly empty."""
    if not text.isascii():
        text = anyascii(unicodedata.normalize("NFKC", text.translate(_DROPPED)))
    return " ".join(text.translate(_NORMALIZED).split())


def words(text: str) -> list[str]:
    """The normalized words by which somebody would look for this name, each once, small words left out."""
    found = dict.fromkeys(normalize(text).split())
    return [word for word in found if word not in _SMALL_WORDS and len(word) > 1]


def spellings(texts: Iterable[str | None]) -> dict[str, bool]:
    """The normalized spellings by which names are found, and of each whether it is a whole name or a word of one."""
    forms: dict[str, bool] = {}
    for text in texts:
        if text and (whole := normalize(text)):
            forms[whole] = True
            for word in words(text):
                forms.setdefault(word, False)
    return forms
