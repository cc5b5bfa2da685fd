"""The phrases of the catalogue, folded as a question is: what each asks for, and what the name in each slot is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from explorer.asking.folding import fold
from explorer.asking.heard import Condition, Heard
from explorer.asking.mention import Mention
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import Phrase, PhraseWord, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.values import ENTITIES
from explorer.catalogue.words import stem
from explorer.lexicon.language import Language

#: Kinds of slots that take a time; it may follow any phrase, so that the phrase is compared without it.
_TIMES = ("date", "period")
#: Kinds of slots that take any words, which only a text that is worded as the phrase can fill.
_FREE = ("words", "string")
#: Meanings that tell little: most questions about meetings or claims can be asked with them, or without.
_LIGHT = {
    "mention": 0.7, "topic": 0.5, "everything": 0.3, "attend": 0.15, "who": 0.35, "people": 0.35, "say": 0.6,
    "meet": 0.5, "source": 0.5,
}  # fmt: skip
_LEAST = 0.5
_ASPECT = 0.05


@dataclass(frozen=True)
class SlotHeard:
    """A slot of a phrase: the parameter, the kind of entity that it takes, and what that is to the verb."""

    parameter: str
    kind: str
    marker: str


@dataclass(frozen=True)
class Wording:
    """A phrase of a question, folded."""

    question: QueryFile
    phrase: Phrase
    slots: tuple[SlotHeard, ...]
    meanings: frozenset[str]
    conditions: frozenset[Condition]


@dataclass(frozen=True)
class Wordings:
    """All phrases of a catalogue; `weight` is how much a meaning tells.

    `words` are all that they have, `own` those that no language has, `code` tells their language. `of_question` has the
    meanings of all phrases of a question.
    """

    every: tuple[Wording, ...]
    weight: Mapping[str, float]
    own: frozenset[str]
    words: frozenset[str]
    code: str
    aspects: frozenset[str]
    of_question: Mapping[str, frozenset[str]]

    def weighs(self, meaning: str) -> float:
        """How much it tells that a question has this meaning."""
        return _ASPECT if meaning in self.aspects else self.weight.get(meaning, _LEAST)


@lru_cache(maxsize=8)
def wordings(catalogue: Catalogue, language: Language) -> Wordings:
    """The phrases of a catalogue as they sound in the language in which they are written."""
    every: list[Wording] = []
    own: set[str] = set()
    for question in catalogue.values():
        for phrase in question.phrases:
            if any(slot.kind in _FREE for slot in phrase.slots):
                continue
            heard, slots = _heard(phrase, language)
            new = {stem(word) for word in heard.unknown}
            own |= new
            meant = frozenset(_meant(question, each) for each in heard.doubtful)
            meanings = frozenset(heard.meanings) | frozenset(heard.aspects) | new | meant
            every.append(Wording(question, phrase, slots, meanings, frozenset(heard.conditions)))
    words = {word for each in every for word in _words(each.phrase)}
    weights = _weights(every, len(catalogue), language)
    of_question: dict[str, frozenset[str]] = {}
    for each in every:
        of_question[each.question.name] = of_question.get(each.question.name, frozenset()) | each.meanings
    own_words, all_words = frozenset(own), frozenset(words)
    return Wordings(tuple(every), weights, own_words, all_words, language.code, language.aspects, of_question)


def _words(phrase: Phrase) -> Iterator[str]:
    for part in phrase.parts:
        if isinstance(part, PhraseWord):
            yield from part.normalized.split()


def _meant(question: QueryFile, meanings: Sequence[str]) -> str:
    """Of the meanings of one word that of what the question is about, else the one that tells most."""
    own = {"meeting": "meet", "claim": "say"}.get(question.headline, "")
    return own if own in meanings else max(meanings, key=lambda meaning: _LIGHT.get(meaning, 2.0))


def _heard(phrase: Phrase, language: Language) -> tuple[Heard, tuple[SlotHeard, ...]]:
    words: list[str] = []
    mentions: list[Mention] = []
    slots: list[Slot] = []
    for part in _timeless(phrase.parts, language):
        if isinstance(part, PhraseWord):
            words += part.normalized.split()
        else:
            mentions.append(Mention((len(words), len(words) + 1), {part.kind: ()}))
            slots.append(part)
            words.append("\0")
    heard = fold(words, mentions, (), language)
    return heard, tuple(
        SlotHeard(slot.names[0], slot.kind, mention.marker) for slot, mention in zip(slots, heard.mentions, strict=True)
    )


def _timeless(parts: Sequence[PhraseWord | Slot], language: Language) -> Iterator[PhraseWord | Slot]:
    """The parts without times and the words before these, such as `from`, and without `the meeting` before its name."""
    cues = language.times["since"] | language.times["until"] | language.times["between"] | language.times["filling"]
    cues |= language.times["open_after"] | language.times["open_before"] | language.times["joining"]
    for part, after, later in zip(parts, [*parts[1:], None], [*parts[2:], None, None], strict=False):
        if isinstance(part, Slot):
            if part.kind not in _TIMES:
                yield part
        elif isinstance(after, Slot) and after.kind in _TIMES and (part.normalized,) in cues:
            continue
        elif part.normalized == "the" and isinstance(later, Slot) and _names_kind(after, later):
            continue
        elif not _names_kind(part, after):
            yield part


def _names_kind(part: object, slot: object) -> bool:
    """Whether a word says what kind of name follows: the meeting {meeting}."""
    return (
        isinstance(part, PhraseWord)
        and isinstance(slot, Slot)
        and slot.kind == part.normalized
        and slot.kind in ENTITIES
    )


def _weights(every: Sequence[Wording], total: int, language: Language) -> dict[str, float]:
    """What few questions have tells most."""
    having: dict[str, set[str]] = {}
    for each in every:
        for meaning in each.meanings:
            having.setdefault(meaning, set()).add(each.question.name)
    return {
        meaning: _ASPECT
        if meaning in language.aspects
        else _LIGHT.get(meaning) or max(_LEAST, math.log(total / len(names)) / 2)
        for meaning, names in having.items()
    }
