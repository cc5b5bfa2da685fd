"""The phrases of a question: their words and slots, the times that may follow, and how they are filled.

Nothing here knows the graph: whether a slot's words name somebody is found out in explorer/asking.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from string import Template

from explorer.catalogue.words import SMALL, split, stem

#: The kind of a slot such as {since..until}.
PERIOD = "period"
#: What stands for a slot that is not filled.
GAP = "…"

_SLOT = re.compile(r"\{([^{}]*)\}")
#: May follow any phrase of a question about a period, whose first and last day these slots take.
_TIMES = (
    "since {$first}",
    "until {$last}",
    "in {$first..$last}",
    "on {$first..$last}",
    "during {$first..$last}",
    "from {$first} to {$last}",
    "between {$first} and {$last}",
)


@dataclass(frozen=True)
class Slot:
    """A gap in a phrase: the parameters it fills (two for a period) and the type of what stands there."""

    names: tuple[str, ...]
    kind: str


@dataclass(frozen=True)
class PhraseWord:
    """A word of a phrase, as it is written there and normalized."""

    text: str
    normalized: str

    @property
    def small(self) -> bool:
        """Whether it may be left out."""
        return self.normalized in SMALL


Part = PhraseWord | Slot


@dataclass(frozen=True)
class Phrase:
    """A phrase with all its words, small ones too; `own` parts are its own, what follows them is a time."""

    text: str
    parts: tuple[Part, ...]
    own: int

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The slots, from left to right."""
        return tuple(part for part in self.parts if isinstance(part, Slot))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The parameters that the slots fill."""
        return tuple(name for slot in self.slots for name in slot.names)

    @cached_property
    def telling(self) -> tuple[Part, ...]:
        """The parts without small words: what a text must have to fit."""
        return tuple(part for part in self.parts if isinstance(part, Slot) or not part.small)

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """The words of the phrase itself, small ones left out."""
        return tuple(part.normalized for part in self.telling if isinstance(part, PhraseWord))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The literals as they are compared."""
        return frozenset(map(stem, self.literals))

    @cached_property
    def timed(self) -> bool:
        """Whether a time follows its own words."""
        return self.own < len(self.parts)

    @property
    def signature(self) -> str:
        """What two phrases share if no text could tell them apart."""
        parts = (f"{{{part.kind}}}" if isinstance(part, Slot) else stem(part.normalized) for part in self.telling)
        return " ".join(parts)

    @property
    def pieces(self) -> list[str | Slot]:
        """The text as it is written, with the slots in their places."""
        slots = iter(self.slots)
        return [next(slots) if number % 2 else piece for number, piece in enumerate(_SLOT.split(self.text))]


def compile_phrase(text: str, types: Mapping[str, str]) -> Phrase:
    """The phrase whose slots are parameters of these types. Raises ValueError with a remedy."""
    parts: list[Part] = []
    for number, piece in enumerate(_SLOT.split(text)):
        parts += [_slot(piece.strip(), types)] if number % 2 else _words(piece)
    phrase = Phrase(text, tuple(parts), len(parts))
    if not phrase.literals:
        raise ValueError(f"the phrase '{text}' has no word of its own besides small ones: add one such as `meetings`")
    if twice := {name for name in phrase.names if phrase.names.count(name) > 1}:
        raise ValueError(f"the phrase has the slot {{{min(twice)}}} twice: keep one")
    return phrase


def _words(text: str) -> list[Part]:
    if "{" in text or "}" in text:
        raise ValueError("the phrase has a brace without its other half: a slot is written {name}")
    return [PhraseWord(text[word.start : word.end], word.normalized) for word in split(text)]


def _slot(content: str, types: Mapping[str, str]) -> Slot:
    first, period, last = (part.strip() for part in content.partition(".."))
    for name, type in ((first, "date"), (last, "date last")) if period else ((first, ""),):
        if name not in types:
            raise ValueError(f"the slot {{{name}}} is no parameter: declare it with @param, or write one of its names")
        if period and types[name] != type:
            raise ValueError(f"the slot {{{content}}} spans a period, so '{name}' must be of type {type}")
    return Slot((first, last), PERIOD) if period else Slot((first,), types[first].partition(" ")[0])


def with_times(phrase: Phrase, period: tuple[str, str]) -> Iterator[Phrase]:
    """The phrase followed by each of the times, which fill the parameters of the period."""
    for time in _times(*period):
        yield Phrase(f"{phrase.text} {time.text}", phrase.parts + time.parts, len(phrase.parts))


@lru_cache(maxsize=64)
def _times(first: str, last: str) -> tuple[Phrase, ...]:
    types = {first: "date", last: "date last"}
    texts = (Template(text).substitute(first=first, last=last) for text in _TIMES)
    return tuple(compile_phrase(text, types) for text in texts)


def fill_phrase(phrases: Iterable[Phrase], filling: Mapping[str, str]) -> str:
    """The first of the phrases that says most of the filling, with a sign for what is missing; "" without any."""
    known = list(phrases)
    if not known:
        return ""
    whole = [phrase for phrase in known if _fills(phrase, filling)]
    # Without a phrase that can be filled whole, the shortest list of gaps says most plainly what is asked.
    best = (
        max(whole, key=lambda phrase: (len(phrase.names), -len(phrase.slots)))
        if whole
        else min(known, key=lambda phrase: (len(set(phrase.names) - set(filling)), len(phrase.names)))
    )
    return "".join(piece if isinstance(piece, str) else _filled(piece, filling) for piece in best.pieces)


def _fills(phrase: Phrase, filling: Mapping[str, str]) -> bool:
    """Whether all slots can be filled; that of a period says one and the same date for both of its ends."""
    return set(phrase.names) <= set(filling) and all(
        len({filling[name] for name in slot.names}) == 1 for slot in phrase.slots
    )


def _filled(slot: Slot, filling: Mapping[str, str]) -> str:
    return " to ".join(dict.fromkeys(filling.get(name, GAP) for name in slot.names))
