"""The words of what a person writes: where they stand, which may be passed over, and which count as the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from explorer import names

#: The longest question that is listened to.
MOST_WORDS, MOST_CHARACTERS = 40, 600
#: Words that a person may add or leave out anywhere. Prepositions are not among them: they tell questions apart.
SMALL = frozenset(
    "a all an any are be been can could did do does ever every get give had has have is list me please s show "
    "some tell thanks the there was were what whats which".split()
)
#: Passed over in what a person writes, but kept in a phrase, where they may be all that tells it apart.
_PASSED_OVER = SMALL | {"find"}

_WORD = re.compile(
    r'"(?P<double>[^"]+)"|“(?P<curly>[^”]+)”|«(?P<angled>[^»]+)»|(?<!\w)[\'‘](?P<single>[^\'’]+)[\'’](?!\w)'
    r"|(?P<bare>\w+(?:['’ʼ.]\w+)*)"
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)


@dataclass(frozen=True)
class Word:
    """One word that a person wrote: normalized, and where it stands in the text. A quoted passage is one word."""

    normalized: str
    start: int
    end: int
    quoted: bool

    @property
    def small(self) -> bool:
        """Whether it may be passed over."""
        return not self.quoted and self.normalized in _PASSED_OVER


def split(text: str) -> list[Word]:
    """The words of a text, punctuation left out, `Lavrov's` as `Lavrov`."""
    found = []
    for match in _WORD.finditer(text):
        quoted = match.lastgroup != "bare"
        start, end = match.span(match.lastgroup or 0)
        if not quoted:
            end = start + len(_POSSESSIVE.sub("", text[start:end]))
        if normalized := names.normalize(text[start:end]):
            found.append(Word(normalized, start, end, quoted))
    return found


def text_span(text: str, words: Sequence[Word]) -> str:
    """The passage of the text that these words span, small words at its ends left out unless there are no others."""
    counting = [word for word in words if not word.small] or words
    return text[counting[0].start : counting[-1].end]


def same(ours: str, theirs: str) -> bool:
    """Whether two normalized words are one, singular and plural taken as the same."""
    return ours == theirs or stem(ours) == stem(theirs)


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """A normalized word as it is compared: without the s of a plural."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def stems(words: Sequence[Word]) -> frozenset[str]:
    """The words as they are compared."""
    return frozenset(stem(word.normalized) for word in words)
