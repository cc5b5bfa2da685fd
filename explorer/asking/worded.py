"""A text read as a phrase of a question, word for word: the passages in its slots, and how good the reading is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.asking import lookup
from explorer.asking.lookup import Entity
from explorer.catalogue import values
from explorer.catalogue.phrases import Phrase, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.words import split

#: Whether all names of a reading are there, the best first; or a slot takes any words.
_FOUND, _AMBIGUOUS, _FREE_TEXT, _NOT_FOUND = range(4)

#: What the graph has for each passage that was looked up.
Known = dict[lookup.Wanted, list[Entity]]


@dataclass(frozen=True)
class Passage:
    """What stands in a slot.

    `wider` keeps small words around it, the longest first; `own_word` says that it holds a word of the phrase.
    """

    slot: Slot
    text: str
    wider: tuple[str, ...] = ()
    own_word: bool = False

    @property
    def wanted(self) -> lookup.Wanted:
        """What is to be looked up, if the slot takes an entity."""
        return self.slot.kind, self.text


@dataclass(frozen=True)
class WordedReading:
    """One way to read the text: a question, the passage for each slot, and how many words the slots take."""

    question: QueryFile
    phrase: Phrase
    passages: tuple[Passage, ...]
    slot_words: int

    @property
    def given(self) -> dict[str, str]:
        """The passages by parameter; a period fills two."""
        return {name: passage.text for passage in self.passages for name in passage.slot.names}

    @property
    def named(self) -> list[Passage]:
        """The passages that stand for entities."""
        return [passage for passage in self.passages if passage.slot.kind in values.ENTITIES]

    @property
    def wanted(self) -> list[lookup.Wanted]:
        """What is to be looked up."""
        return [passage.wanted for passage in self.named]

    def state(self, known: Known) -> int:
        """Whether all names were found, once or several times."""
        hits = [len(known.get(each, ())) for each in self.wanted]
        if not all(hits):
            return _NOT_FOUND
        if any(count > 1 for count in hits):
            return _AMBIGUOUS
        return _FREE_TEXT if any(slot.kind in ("words", "string") for slot in self.phrase.slots) else _FOUND

    def is_found(self, known: Known) -> bool:
        """Whether all its names are there."""
        return self.state(known) != _NOT_FOUND

    def meaning(self, known: Known) -> tuple[tuple[str, ...], ...]:
        """What the slots come to: two readings that mean the same are one."""
        meant = []
        for passage in sorted(self.passages, key=lambda each: each.slot.names):
            ids = [entity.id for entity in known.get(passage.wanted, ())]
            meant.append((*passage.slot.names, *(ids or [passage.text])))
        return tuple(meant)

    def order(self, known: Known) -> tuple[int, int, int, int, int, bool]:
        """What sorts readings, the best first; where two say the same, the general question comes last."""
        state = self.state(known)
        ranks = [hits[0].rank for each in self.wanted if (hits := known.get(each))]
        longest = 0 if state == _NOT_FOUND else self._longest_name(known)
        return (-longest, state, -len(self.phrase.literals), self.slot_words, sum(ranks), self.question.general)

    def _longest_name(self, known: Known) -> int:
        """Of the exact whole names the words of the longest; 0 where all have one word."""
        exact = [each.text for each in self.named if is_exact(known.get(each.wanted))]
        return max((count for text in exact if (count := len(split(text))) > 1), default=0)


@dataclass(frozen=True)
class Found:
    """The best readings, all equally good, and what their names mean."""

    readings: tuple[WordedReading, ...]
    known: Known

    @property
    def takes_any_words(self) -> bool:
        """Whether a slot of the best reading takes any words, without `search` being asked for."""
        if not self.is_found or self.readings[0].state(self.known) != _FREE_TEXT:
            return False
        return not any(each.phrase.literals[0] == "search" for each in self.readings)

    @property
    def is_found(self) -> bool:
        """Whether every name in them is there."""
        return bool(self.readings) and self.readings[0].is_found(self.known)


def is_exact(hits: Sequence[Entity] | None) -> bool:
    """Whether these were found by id or by a whole name."""
    return bool(hits and hits[0].rank <= lookup.WHOLE_NAME)
