"""The phrases of the catalogue that begin with the words typed so far.

Nothing here knows the graph: whether the words in a slot name somebody is found out by candidates.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.matching import Walk
from explorer.catalogue.phrases import Phrase, PhraseWord, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.words import Word, text_span


@dataclass(frozen=True)
class Beginning:
    """One way in which the words begin a phrase.

    `filled` slots are followed by more words; `slot` is the one at which the typing stands, begun or the next thing to
    type, and `typed` what stands in it already. `score` counts the words of the phrase that were typed.
    """

    question: QueryFile
    phrase: Phrase
    filled: tuple[tuple[Slot, str], ...]
    slot: Slot | None
    typed: str
    score: float


def beginnings(catalogue: Catalogue, text: str, words: Sequence[Word]) -> list[Beginning]:
    """The beginnings, best fit first, in the order of the themes; if there is none, those of phrases cut in front."""
    ended = text[-1:].isspace()
    walks = [(question, phrase, Walk(phrase.parts, words, ended)) for question, phrase in catalogue.wordings]
    likely = [_Typed(text, *walk) for walk in walks if _may_fit(*walk[1:])]
    found = [beginning for typed in likely for beginning in typed.beginnings(0)]
    if not found:
        found = [each for typed in likely for start in typed.other_starts() for each in typed.beginnings(start)]
    return sorted(found, key=lambda beginning: -beginning.score)


def _may_fit(phrase: Phrase, walk: Walk) -> bool:
    """Whether, for a phrase with a time after it, the first word of the time is there; that rules out most."""
    if not phrase.timed:
        return True
    time = phrase.parts[phrase.own]
    return isinstance(time, PhraseWord) and any(
        walk.is_same(time, at) or walk.begins(time, at) for at in range(1, len(walk.words))
    )


@dataclass(frozen=True)
class _Typed:
    """The text, and a phrase that it may begin."""

    text: str
    question: QueryFile
    phrase: Phrase
    walk: Walk

    def other_starts(self) -> Iterator[int]:
        """The words before the first slot, other than the first, that are the first word typed."""
        for at, part in enumerate(self.phrase.parts):
            if isinstance(part, Slot):
                return
            if at and (self.walk.is_same(part, 0) or self.walk.begins(part, 0)):
                yield at

    def beginnings(self, start: int) -> Iterator[Beginning]:
        """The ways in which the words begin the phrase from this part on, with at least one of its words."""
        phrase, words = self.phrase, self.walk.words
        slots = [part for part in phrase.parts[start:] if isinstance(part, Slot)]
        for way in self.walk.ways(start):
            # A time that may follow counts only once its first word is typed, or begun.
            if way.score > 0 and (not phrase.timed or way.open + way.begun > phrase.own):
                part = phrase.parts[way.open] if way.open < len(phrase.parts) else None
                passages = [text_span(self.text, words[first:end]) for first, end in way.spans]
                yield Beginning(
                    self.question,
                    phrase,
                    tuple(zip(slots, passages, strict=False)),
                    part if isinstance(part, Slot) else None,
                    text_span(self.text, words[way.rest :]) if way.rest < len(words) else "",
                    way.score,
                )
