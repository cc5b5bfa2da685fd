"""The phrases of the catalogue and the words typed so far come in; the phrases that begin like that go out.

Nothing here knows the graph: whether the words in a slot name somebody is found out by candidates.py.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from explorer.catalogue import phrases
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import Slot, Word
from explorer.completion.full_phrases import Phrase, Spoken, all_phrases

#: What a word that is begun counts.
_BEGUN = 0.5


@dataclass(frozen=True)
class Beginning:
    """One way in which the words begin a phrase.

    `filled` slots are followed by more words; `open` is the number of the part at which the typing stands, and `typed`
    what stands there already, if it is a slot. `score` counts the words of the phrase that were typed.
    """

    phrase: Phrase
    filled: tuple[tuple[Slot, str], ...]
    open: int
    typed: str
    score: float

    @property
    def slot(self) -> Slot | None:
        """The slot at which the typing stands: begun, or the next thing to type."""
        parts = self.phrase.parts
        part = parts[self.open] if self.open < len(parts) else None
        return part if isinstance(part, Slot) else None

    @property
    def gaps(self) -> tuple[Slot, ...]:
        """The slots still to fill, that of `slot` among them."""
        return tuple(part for part in self.phrase.parts[self.open :] if isinstance(part, Slot))


def beginnings(catalogue: Catalogue, text: str, words: Sequence[Word]) -> list[Beginning]:
    """The beginnings, best fit first, in the order of the themes; if there is none, those of phrases cut in front."""
    ended = text[-1:].isspace()
    walks = [walk for phrase in all_phrases(catalogue) if (walk := _Walk(phrase, text, words, ended)).may_fit()]
    found = [each for walk in walks for each in walk.beginnings(0)]
    if not found:
        found = [each for walk in walks for start in walk.other_starts() for each in walk.beginnings(start)]
    return sorted(found, key=lambda each: -each.score)


@dataclass(frozen=True)
class _Walk:
    """One phrase and the words typed, walked along together."""

    phrase: Phrase
    text: str
    words: Sequence[Word]
    #: Whether the last word is finished, since a space follows it.
    ended: bool

    def may_fit(self) -> bool:
        """Whether, for a phrase with a time after it, the first word of the time is there; that rules out most."""
        own, parts = self.phrase.own, self.phrase.parts
        if own == len(parts):
            return True
        time = parts[own]
        return isinstance(time, Spoken) and any(self._is_same(time, at) for at in range(1, len(self.words)))

    def other_starts(self) -> Iterator[int]:
        """The words before the first slot, other than the first, that are the first word typed."""
        for at, part in enumerate(self.phrase.parts):
            if isinstance(part, Slot):
                return
            if at and (self._is_same(part, 0) or self._begins(part, 0)):
                yield at

    def beginnings(self, start: int) -> Iterator[Beginning]:
        """The ways in which the words begin the phrase from this part on, with at least one of its words."""
        own, parts = self.phrase.own, self.phrase.parts
        for each in self._from(start, 0, (), 0.0):
            # A time that may follow counts only once its first word is typed.
            if each.score > 0 and (own == len(parts) or each.open > own):
                yield each

    def _from(self, part_at: int, at: int, filled: tuple[tuple[Slot, str], ...], score: float) -> Iterator[Beginning]:
        parts, words = self.phrase.parts, self.words
        if all(self._may_be_passed(each) for each in range(at, len(words))) and (
            at == len(words) or part_at == len(parts)
        ):
            yield Beginning(self.phrase, filled, part_at, "", score)
            return
        if part_at == len(parts):
            return
        part = parts[part_at]
        if isinstance(part, Slot):
            yield Beginning(self.phrase, filled, part_at, self._said(at, len(words)), score)
            for end in range(at + 1, len(words)):
                yield from self._from(part_at + 1, end, (*filled, (part, self._said(at, end))), score)
        else:
            yield from self._word(part, part_at, at, filled, score)

    def _word(
        self, part: Spoken, part_at: int, at: int, filled: tuple[tuple[Slot, str], ...], score: float
    ) -> Iterator[Beginning]:
        if self._is_same(part, at):
            yield from self._from(part_at + 1, at + 1, filled, score + 1)
            return
        if self._begins(part, at):
            yield Beginning(self.phrase, filled, part_at, "", score + _BEGUN)
        if part.small:
            yield from self._from(part_at + 1, at, filled, score)
        elif self._may_be_passed(at):
            yield from self._from(part_at, at + 1, filled, score)

    def _is_same(self, part: Spoken, at: int) -> bool:
        return not self.words[at].quoted and phrases.same(part.folded, self.words[at].folded)

    def _begins(self, part: Spoken, at: int) -> bool:
        return self._is_begun(at) and part.folded.startswith(self.words[at].folded)

    def _is_begun(self, at: int) -> bool:
        """Whether more letters of this word may follow."""
        return at == len(self.words) - 1 and not self.ended and not self.words[at].quoted

    def _may_be_passed(self, at: int) -> bool:
        return self.words[at].small and not self._is_begun(at)

    def _said(self, start: int, end: int) -> str:
        return phrases.said(self.text, self.words[start:end])
