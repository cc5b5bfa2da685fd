"""The normalized form of names and texts: lower case, Latin letters, no accents, no punctuation.

`Лавров`, `LAVROV` and `Lavrov` have the same form, so each of them finds the others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from explorer.spaceless import pairs, passages

#: Dropped without a gap, so that U.S. and US, O'Brien and OBrien are one word.
_JOINING = ".'’ʼ`´ʹ"
_DROPPED = dict.fromkeys(map(ord, _JOINING))
#: What becomes of each ASCII character.
_NORMALIZED = {
    code: chr(code).lower() if chr(code).isalnum() else None if chr(code) in _JOINING else " " for code in range(128)
}
#: Vowel and reading marks of Arabic, Hebrew and Syriac, which most texts leave out, and the stroke that stretches.
_OPTIONAL = dict.fromkeys(
    code
    for first, last in (
        *((0x0591, 0x05BD), (0x05BF, 0x05BF), (0x05C1, 0x05C2), (0x05C4, 0x05C5), (0x05C7, 0x05C7), (0x0610, 0x061A)),
        *((0x0640, 0x0640), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06DC), (0x06DF, 0x06E4), (0x06E7, 0x06E8)),
        *((0x06EA, 0x06ED), (0x0711, 0x0711), (0x0730, 0x074A), (0x08CA, 0x08E1), (0x08E3, 0x08FF)),
    )
    for code in range(first, last + 1)
)  # fmt: skip
#: Ends each pair of a passage that is searched for; a full-text index takes it for a gap between words.
JOINT = "-"
#: Ends a passage that was asked for in quotation marks. No engine takes it for a part of a word.
MUST = f"{JOINT}{JOINT}"
_QUOTED = re.compile('["“”„«»「」]([^"“”„«»「」]+)["“”„«»「」]')
#: The form of what is made here. A file that was loaded in an earlier one is written anew when it is loaded again.
FORM = 3
#: Since this form all that is searched for is found wherever it stands; the later ones only change the order.
FINDING_FORM = 2
#: What stands in `search` after each text that something is called by, and before all that it merely holds.
CALLED_END, CALLED_ENDS = "|", "||"
#: Too common to find anybody by. A single letter is none of them: it may be all that tells two names apart.
_SMALL_WORDS = frozenset("al an and at by da de del der des di du el en et for in la le of on the to van von".split())


def normalize(text: str) -> str:
    """The normalized form of a name or text: ASCII words separated by one space, possibly empty."""
    if not text.isascii():
        composed = unicodedata.normalize("NFKC", text.translate(_DROPPED))
        text = anyascii(composed.translate(_OPTIONAL))
    return " ".join(text.translate(_NORMALIZED).split())


def words(text: str) -> list[str]:
    """The normalized words by which somebody would look for this name, each once, small words left out."""
    found: dict[str, None] = {}
    for word in search_words(text):
        found |= dict.fromkeys(f"{pair}{JOINT}" for pair in word.split(JOINT)[:-1]) if JOINT in word else {word: None}
    return [word for word in found if word not in _SMALL_WORDS]


def spellings(texts: Iterable[str | None]) -> dict[str, bool]:
    """The normalized spellings by which names are found, and of each whether it is a whole name or a word of one."""
    forms: dict[str, bool] = {}
    for text in texts:
        if text and (whole := normalize(text)):
            forms[whole] = True
            for word in (*whole.split(), *words(text)):
                if word not in _SMALL_WORDS:
                    forms.setdefault(word, False)
    return forms


def searchable(text: str) -> str:
    """What a text is searched by: its normalized words, which are all in most scripts.

    Of passages without spaces then come the pairs of letters in their order, and each letter once: at most four times
    the bytes of such a passage.
    """
    return " ".join(_forms(text))


def _forms(text: str) -> list[str]:
    """The normalized text, each of its passages without spaces as pairs, and their single letters."""
    runs: list[list[str]] = []
    if not text.isascii():
        runs = [_letters(piece) for piece, spaceless in passages(unicodedata.normalize("NFKC", text)) if spaceless]
    joined = (" ".join(pairs(letters)) for letters in runs if len(letters) > 1)
    single = " ".join(dict.fromkeys(letter for letters in runs for letter in letters))
    return list(filter(None, [normalize(text), *joined, single]))


def searched(called: Iterable[str], other: Iterable[str]) -> str:
    """What is stored as `search`: what something is called by, each form ended by `|`, then `|| ` and the other texts.

    Without anything that it is called by, the other texts alone; empty where no text has a word.
    """
    front = " ".join(f"{form} {CALLED_END}" for text in called for form in _forms(text))
    rest = searchable(" ".join(other))
    return " ".join(filter(None, [front, CALLED_ENDS if front and rest else "", rest]))


def search_words(text: str) -> list[str]:
    """The words to look for in what is `searchable`, each once; for a passage without spaces its pairs, as `ab-bc-`."""
    found: dict[str, None] = {}
    for piece, spaceless in passages(unicodedata.normalize("NFKC", text.translate(_DROPPED))):
        if spaceless and len(letters := _letters(piece)) > 1:
            found["".join(f"{pair}{JOINT}" for pair in pairs(letters))] = None
        else:
            found |= dict.fromkeys(normalize(piece).split())
    return list(filter(None, found))


def asked_words(text: str) -> list[str]:
    """The words that a person asks for: as `search_words`, small words left out unless there are no others.

    A passage in quotation marks is one word, which must be there: `open-skies--`, parts without spaces by themselves.
    """
    found: dict[str, None] = {}
    small: dict[str, None] = {}
    for number, piece in enumerate(_QUOTED.split(text)):
        said = search_words(piece)
        if number % 2:
            whole = JOINT.join(normalize(piece).split())
            quoted = said if any(JOINT in word for word in said) else [whole]
            found |= dict.fromkeys(f"{word}{MUST}" for word in quoted if word)
        else:
            small |= dict.fromkeys(word for word in said if word in _SMALL_WORDS)
            found |= dict.fromkeys(word for word in said if word not in _SMALL_WORDS)
    return list(found or small)


def said_words(text: str) -> list[str]:
    """As `search_words`, small words left out, and each as it stands in what is `searchable`: pairs with a space."""
    return [word.replace(JOINT, " ").strip() for word in search_words(text) if word not in _SMALL_WORDS]


def _letters(passage: str) -> list[str]:
    """The letters of a passage without spaces, normalized; some marks come to nothing."""
    return list(filter(None, map(_letter, passage)))


@lru_cache(maxsize=32_768)
def _letter(letter: str) -> str:
    return normalize(letter).replace(" ", "")
