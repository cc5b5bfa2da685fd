"""Compares the words of a person with a phrase: all ways in which they read as the phrase, or as its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from explorer.catalogue.phrases import Part, Phrase, PhraseWord, Slot
from explorer.catalogue.words import Word, same, stems

#: What a word that is begun counts.
_BEGUN = 0.5
#: Ways to split one text over one phrase that are looked at.
_MOST_FITS = 40

#: For each slot of a phrase the number of its first word and of the one after its last.
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Way:
    """One way along the parts, up to part number `open`, where the words end.

    `spans` are those of the slots before it. If the part is a slot, the words from number `rest` on are in it.
    `score` counts the words of the phrase that were met, `begun` says that the last of them is not finished.
    """

    open: int
    spans: Spans
    rest: int
    score: float
    begun: bool = False


@dataclass(frozen=True)
class Walk:
    """The parts of a phrase and the words, gone along together. `ended` says that the last word is finished."""

    parts: Sequence[Part]
    words: Sequence[Word]
    ended: bool = True

    def ways(self, part_at: int = 0, at: int = 0, spans: Spans = (), score: float = 0.0) -> Iterator[Way]:
        """The ways of all words from number `at` on, along the parts from number `part_at` on."""
        parts, words = self.parts, self.words
        over = part_at == len(parts)
        if (at == len(words) or over) and all(self._may_be_passed(each) for each in range(at, len(words))):
            yield Way(part_at, spans, len(words), score)
        elif over:
            return
        elif isinstance(part := parts[part_at], Slot):
            yield Way(part_at, spans, at, score)
            last = part_at + 1 == len(parts)  # a slot at the end takes all words, small ones too
            for end in range(at + 1, at if last else len(words)):
                yield from self.ways(part_at + 1, end, (*spans, (at, end)), score)
        else:
            yield from self._along_word(part, part_at, at, spans, score)

    def _along_word(self, part: PhraseWord, part_at: int, at: int, spans: Spans, score: float) -> Iterator[Way]:
        if self.is_same(part, at):
            yield from self.ways(part_at + 1, at + 1, spans, score + 1)
            return
        if self.begins(part, at):
            yield Way(part_at, spans, len(self.words), score + _BEGUN, begun=True)
        if part.small:
            yield from self.ways(part_at + 1, at, spans, score)
        elif self._may_be_passed(at):
            yield from self.ways(part_at, at + 1, spans, score)

    def is_same(self, part: PhraseWord, at: int) -> bool:
        """Whether the word of that number is this word of the phrase."""
        return not self.words[at].quoted and same(part.normalized, self.words[at].normalized)

    def begins(self, part: PhraseWord, at: int) -> bool:
        """Whether the word of that number may become this word of the phrase."""
        return self._is_begun(at) and part.normalized.startswith(self.words[at].normalized)

    def _is_begun(self, at: int) -> bool:
        """Whether more letters of this word may follow."""
        return at == len(self.words) - 1 and not self.ended and not self.words[at].quoted

    def _may_be_passed(self, at: int) -> bool:
        return self.words[at].small and not self._is_begun(at)


def fits(phrase: Phrase, words: Sequence[Word]) -> list[Spans]:
    """The ways in which the words, all of them, read as the phrase; small words may be passed over."""
    if not phrase.stems <= stems(words):
        return []
    parts = phrase.telling
    whole = (spans for way in Walk(parts, words).ways() if (spans := _whole(way, parts, len(words))) is not None)
    return sorted(islice(whole, _MOST_FITS))


def _whole(way: Way, parts: Sequence[Part], end: int) -> Spans | None:
    """The spans of all slots, or None where the words end before the phrase does."""
    if way.open == len(parts):
        return way.spans
    return (*way.spans, (way.rest, end)) if way.open == len(parts) - 1 and way.rest < end else None
