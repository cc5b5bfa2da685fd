"""Puts a filled phrase into words that are understood as meant when they are asked.

A name may hold anything, also words of phrases, or quotes: what would be misread is put in quotes, or said by its id.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from explorer import names
from explorer.asking import exact
from explorer.asking.lookup import TEXTUAL
from explorer.asking.spoken import spoken
from explorer.asking.worded import WordedReading
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import GAP, Part, Phrase, Slot
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.words import same, split
from explorer.errors import UsageError


@dataclass(frozen=True)
class Filling:
    """What fills a slot: what is said, the value that it stands for, of an entity its id, and a word on it."""

    said: str
    value: str
    hint: str = ""


#: Ways to say one filling, the plainest first.
_STYLES: tuple[Callable[[Filling], str], ...] = (
    lambda filling: filling.said,
    lambda filling: f'"{filling.said}"',
    lambda filling: f"“{filling.said}”",
    lambda filling: f"«{filling.said}»",
    lambda filling: filling.value,
    lambda filling: f'"{filling.value}"',
)


def whole(catalogue: Catalogue, question: QueryFile, phrase: Phrase, filled: Sequence[tuple[Slot, Filling]]) -> str:
    """The question in words: the plainest wording that is read back as meant."""
    for style in _STYLES:
        text = _joined(phrase.parts, {slot: style(filling) for slot, filling in filled})
        if _is_read_back(catalogue, question, filled, text):
            return text
    return text


def begun(phrase: Phrase, filled: Sequence[tuple[Slot, Filling]]) -> str:
    """The question with a gap for each slot that is not filled."""
    own = [part.normalized for part in phrase.parts if not isinstance(part, Slot)]
    said = {slot: _safe(filling, own) for slot, filling in filled}
    return _joined(phrase.parts, said)


def _joined(parts: Sequence[Part], said: Mapping[Slot, str]) -> str:
    return " ".join(said.get(part, GAP) if isinstance(part, Slot) else part.text for part in parts)


def _safe(filling: Filling, own: Sequence[str]) -> str:
    """The name, in quotes if it holds a word of the phrase, by which it would be cut."""
    words = split(filling.said)
    if not any(same(word.normalized, each) for word in words for each in own):
        return filling.said
    quoted = [style(filling) for style in _STYLES[1:4]]
    return next((text for text in quoted if len(split(text)) == 1), filling.value)


def _is_read_back(
    catalogue: Catalogue, question: QueryFile, filled: Sequence[tuple[Slot, Filling]], text: str
) -> bool:
    """Whether a reading of the text is the one that is meant, and none that is as good cuts it in another way."""
    try:
        readings = exact.readings_of(catalogue, text, spoken(text).tokens)
    except UsageError:
        return False
    meant = {name: (slot.kind, filling) for slot, filling in filled for name in slot.names}
    right = [each for each in readings if each.question is question and _means(each, meant)]
    if not right:
        return False
    best = max(len(each.phrase.literals) for each in right)
    passages = _passages(right[0])
    free = _is_free(right[0])
    return all(
        len(each.phrase.literals) < best or _passages(each) == passages or (_is_free(each) and not free)
        for each in readings
    )


def _means(reading: WordedReading, meant: Mapping[str, tuple[str, Filling]]) -> bool:
    """Whether the passages are what was said, or an id letter by letter."""
    given = reading.given
    return given.keys() == meant.keys() and all(
        given[name] == filling.value or _is_said(kind, filling.said, given[name])
        for name, (kind, filling) in meant.items()
    )


def _is_said(kind: str, said: str, passage: str) -> bool:
    """Whether the passage is what was said; titles are found by words other than small ones only."""
    return names.normalize(passage) == names.normalize(said) != "" and (kind not in TEXTUAL or bool(names.words(said)))


def _passages(reading: WordedReading) -> set[str]:
    return {names.normalize(passage.text) for passage in reading.passages}


def _is_free(reading: WordedReading) -> bool:
    """Whether a slot takes any words, so that a reading with names is preferred to it."""
    return any(slot.kind in ("words", "string") for slot in reading.phrase.slots)
