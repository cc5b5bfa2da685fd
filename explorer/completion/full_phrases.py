"""The catalogue comes in; its phrases go out as they are said: with small words, and with a time that may follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

from explorer.asking.understanding import times
from explorer.catalogue import phrases
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import SMALL, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.themes import by_theme

_SLOT = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Spoken:
    """A word of a phrase, as it is written there."""

    text: str
    folded: str

    @property
    def small(self) -> bool:
        """Whether it may be left out."""
        return self.folded in SMALL


Part = Spoken | Slot


@dataclass(frozen=True)
class Phrase:
    """A phrase of a question with all its words, small ones too; `own` parts are its own, a time may follow them."""

    question: QueryFile
    parts: tuple[Part, ...]
    own: int

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, from left to right."""
        return tuple(part for part in self.parts if isinstance(part, Slot))


def all_phrases(catalogue: Catalogue) -> tuple[Phrase, ...]:
    """Every phrase, in the order of the themes, also those with a time after them."""
    return _all_phrases(tuple(question for _, questions in by_theme(catalogue) for question in questions))


@lru_cache(maxsize=8)
def _all_phrases(questions: tuple[QueryFile, ...]) -> tuple[Phrase, ...]:
    return tuple(phrase for question in questions for phrase in _phrases_of(question))


def _phrases_of(question: QueryFile) -> Iterator[Phrase]:
    dated = {each.name for each in question.parameters if each.type == "date"}
    for pattern in question.patterns:
        parts = _parts(pattern.text, pattern.slots)
        yield Phrase(question, parts, len(parts))
        if dated >= {"since", "until"} and not dated & set(pattern.names):
            for text, time in times():
                slots = tuple(part for part in time if isinstance(part, Slot))
                yield Phrase(question, parts + _parts(text, slots), len(parts))


def _parts(text: str, slots: Sequence[Slot]) -> tuple[Part, ...]:
    """The words of a phrase and its slots, in their order."""
    parts: list[Part] = []
    for between, slot in zip_longest(_SLOT.split(text), slots):
        parts += [Spoken(between[word.start : word.end], word.folded) for word in phrases.split(between)]
        if slot:
            parts.append(slot)
    return tuple(parts)
