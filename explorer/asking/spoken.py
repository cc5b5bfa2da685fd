"""A question as it was typed, in normalized words, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from explorer import names
from explorer.catalogue.words import MOST_CHARACTERS, MOST_WORDS, Word, split
from explorer.errors import UsageError

#: The number of the first word of a passage, and of the one after its last.
Span = tuple[int, int]

_POSSESSIVE = re.compile(r"['’](?:s\b)?(?!\w)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’ʼ]")


@dataclass(frozen=True)
class Spoken:
    """The text and its words. A token of the text may be several words: `Blinken-Lavrov`, or a quoted passage."""

    text: str
    tokens: tuple[Word, ...]

    @cached_property
    def words(self) -> list[str]:
        """The normalized words."""
        return [word for token in self.tokens for word in token.normalized.split()]

    @cached_property
    def _owners(self) -> list[int]:
        """For each word the number of its token."""
        return [number for number, token in enumerate(self.tokens) for _ in token.normalized.split()]

    def spelling(self, span: Span) -> str:
        """The normalized words of the passage, as a name is looked up."""
        return " ".join(self.words[slice(*span)])

    def passage(self, span: Span) -> str:
        """The passage as it was typed."""
        first, last = self.tokens[self._owners[span[0]]], self.tokens[self._owners[span[1] - 1]]
        return self.text[first.start : last.end]

    def is_whole(self, span: Span) -> bool:
        """Whether the passage begins and ends with whole tokens."""
        owners = self._owners
        begins = span[0] == 0 or owners[span[0] - 1] != owners[span[0]]
        return begins and (span[1] == len(owners) or owners[span[1] - 1] != owners[span[1]])

    def is_quoted(self, at: int) -> bool:
        """Whether the word stands in a quoted passage."""
        return self.tokens[self._owners[at]].quoted

    def is_possessive(self, at: int) -> bool:
        """Whether the word has the ending of `Lavrov's`."""
        token = self.tokens[self._owners[at]]
        ends = at + 1 == len(self._owners) or self._owners[at + 1] != self._owners[at]
        return ends and bool(_POSSESSIVE.match(self.text, token.end))

    def is_capital(self, at: int) -> bool:
        """Whether the token of the word is typed in capitals, as US is."""
        token = self.tokens[self._owners[at]]
        return self.text[token.start : token.end].isupper()

    def with_passages(self, replaced: Sequence[tuple[Span, str]]) -> str:
        """The text with other words for some of its passages."""
        text = self.text
        for (first, last), words in sorted(replaced, reverse=True):
            begin, end = self.tokens[self._owners[first]].start, self.tokens[self._owners[last - 1]].end
            text = text[:begin] + words + text[end:]
        return text

    def apart(self, elided: frozenset[str], kept: frozenset[Word] = frozenset()) -> Spoken:
        """The text with such beginnings as `l'` and `d'` as words of their own; some tokens are kept as they are."""
        tokens = [
            part
            for token in self.tokens
            for part in ([token] if token.quoted or token in kept else _apart(self.text, token, elided))
        ]
        return self if len(tokens) == len(self.tokens) else Spoken(self.text, tuple(tokens))

    def between(self, before: int, after: int) -> str:
        """What stands in the text between two words."""
        return self.text[self.tokens[self._owners[before]].end : self.tokens[self._owners[after]].start]


def _apart(text: str, token: Word, elided: frozenset[str]) -> list[Word]:
    """The token, or what stands before its apostrophe, and the rest."""
    found = _APOSTROPHE.search(text, token.start, token.end) if elided else None
    if found is None or names.normalize(text[token.start : found.start()]) not in elided:
        return [token]
    first = Word(names.normalize(text[token.start : found.start()]), token.start, found.start(), False)
    rest = Word(names.normalize(text[found.end() : token.end]), found.end(), token.end, False)
    return [first, *_apart(text, rest, elided)]


def spoken(text: str) -> Spoken:
    """The words of a question. Raises UsageError where there are none, or too many."""
    tokens = split(text[: MOST_CHARACTERS + 1])
    if not tokens:
        raise UsageError("Ask something, such as: meetings involving Lavrov")
    if len(tokens) > MOST_WORDS or len(text) > MOST_CHARACTERS:
        raise UsageError(f"That is too long to be understood: ask in at most {MOST_WORDS} words")
    return Spoken(text, tuple(tokens))


def length(span: Span) -> int:
    """How many words the passage has."""
    return span[1] - span[0]


def overlap(one: Span, other: Span) -> bool:
    """Whether two passages share a word."""
    return one[0] < other[1] and other[0] < one[1]


def is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether the passage shares no word with any of the others."""
    return not any(overlap(span, each) for each in taken)
