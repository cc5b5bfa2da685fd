"""The words of what a person writes: where they stand, which may be passed over, and which count as the same."""

from __future__ import annotations

import re
import unicodedata
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
_MOST_SPANS = 8
#: Marks that combine with a letter, and invisible signs that say how letters join.
_PARTS_OF_WORDS = ("Mn", "Mc", "Me", "Cf")
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
    for match in _WORD.finditer(_with_letters_for_marks(text)):
        quoted = match.lastgroup != "bare"
        start, end = match.span(match.lastgroup or 0)
        if not quoted:
            end = start + len(_POSSESSIVE.sub("", text[start:end]))
        if normalized := names.normalize(text[start:end]):
            found.append(Word(normalized, start, end, quoted))
    return found


def _with_letters_for_marks(text: str) -> str:
    """The text with a letter for each sign that is a part of the word it stands in, such as a vowel sign."""
    if text.isascii():
        return text
    return "".join("x" if unicodedata.category(sign) in _PARTS_OF_WORDS else sign for sign in text)


def text_span(text: str, words: Sequence[Word]) -> str:
    """The passage of the text that these words span, small words at its ends left out unless there are no others."""
    first, last = _ends(words)
    return text[words[first].start : words[last].end]


def marked_span(text: str, words: Sequence[Word]) -> str:
    """As `text_span`, with the quotation marks around a passage at either end."""
    first, last = _ends(words)
    return text[words[first].start - words[first].quoted : words[last].end + words[last].quoted]


def wider_spans(text: str, words: Sequence[Word]) -> list[str]:
    """The passages that keep some of the small words which `text_span` leaves out, the longest first.

    A small word may be the first of a name, as in `All Harbour Lines`, so that only a look at the names decides.
    """
    first, last = _ends(words)
    spans = [(start, end) for start in range(first + 1) for end in range(last, len(words))]
    spans.sort(key=lambda span: (span[0] - span[1], span[0]))
    return [text[words[start].start : words[end].end] for start, end in spans[:-1][:_MOST_SPANS]]


def _ends(words: Sequence[Word]) -> tuple[int, int]:
    """The first and the last word that counts, all where none does. At the end `a` is no article, as in `Plan A`."""
    counting = [number for number, word in enumerate(words) if not word.small]
    if not counting:
        return 0, len(words) - 1
    letters = [number for number, word in enumerate(words) if word.normalized == "a" and number > counting[0]]
    return counting[0], max(counting + letters)


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
