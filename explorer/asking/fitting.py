"""Compares what was heard with every phrase of the catalogue: how well it fits, and the values that it then has.

A score is a likeness: 1 for the same words with all names in their places, less for each thing that differs. What each
difference costs was set by trying some hundred questions of many people; small changes of it change little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, permutations, product

from explorer.asking.heard import SUBJECT, Heard
from explorer.asking.lookup import Entity
from explorer.asking.mention import Mention
from explorer.asking.wordings import SlotHeard, Wording, Wordings
from explorer.catalogue.query_file import Parameter, QueryFile

#: More names than these fit no question.
_MOST_NAMES = 5
#: What a question is worth for each name that it has no place for, each parameter that is missing, each unknown word.
_LEFT_OVER, _MISSING, _UNKNOWN = 0.4, 0.5, 0.6
#: What words count at most that the question does not have.
_EXTRA = {"most": 0.3}
#: What a question is worth that cannot say what the first line should.
_CANNOT_TELL = 0.85
#: What a condition tells that a phrase has: planned meetings.
_CONDITION = 0.6
#: Of two questions that say the same, one that serves any combination of conditions comes second.
_GENERAL = 0.03
#: A question about the very meeting, claim or source that is named is nearer than one that takes it as a condition.
_TITLED = 0.08
#: From which weight on a word of the phrase, and one of the text, must be met by the other side: words such as `say`,
#: which most questions can be asked with or without, need not, where a name narrows the question down.
_COUNTING_NARROWED, _COUNTING = (0.51, 0.61), (0.3, 0.4)
#: How alike two roles are of what a name can be to the verb.
_ALIKE = {
    frozenset(pair): likeness
    for *pair, likeness in (
        ("by", "of", 0.9), ("by", "with", 0.85), ("of", "with", 0.9), ("of", "to", 0.8), ("of", "about", 0.5),
        ("by", "about", 0.1), ("by", "to", 0.2), ("with", "to", 0.6), ("in", "to", 0.9), ("for", "of", 0.9),
        ("for", "in", 0.9), ("for", "with", 0.6), ("about", "to", 0.35), ("about", "with", 0.5), ("of", "in", 0.8),
        ("by", "in", 0.6), ("by", "for", 0.3), ("about", "in", 0.6),
    )
}  # fmt: skip
_UNLIKE, _NOT_SAID = 0.5, 0.75
#: Two who act are named alike, not one before the verb and the other after it.
_NOT_TOGETHER = 0.5
#: What a name that can be an actor is to the verb where it is no place, and how well it is one then.
_FOR_ACTORS, _PLACE_OR_ACTOR = (SUBJECT, "by", "of", "with", "to", "about"), 0.4
#: What is less alike is not looked at.
_LEAST_ALIKE = 0.1
#: What a name is that acts.
_ACTING = (SUBJECT, "by")
#: Parameters whose names say what a name is to the verb.
ROLES = ("by", "to", "about")
#: What a question about an entity of this kind says already: the meeting X, and no word for meetings beside it.
_SAID_BY_KIND = {"meeting": {"meet"}, "claim": {"say"}, "source": {"source"}}


@dataclass(frozen=True)
class Reading:
    """One question as the answer to what was heard.

    `values` are entities by parameter, `given` plain values, `left` is how much is dropped, `missing` what is still to
    be given; `explained` says that each word of either side that counts is met by the other.
    """

    score: float
    question: QueryFile
    wording: Wording
    heard: Heard
    values: Mapping[str, tuple[Entity, ...]]
    given: Mapping[str, str]
    left: int
    missing: tuple[str, ...]
    explained: bool

    @property
    def whole(self) -> bool:
        """Whether nothing is dropped and nothing is missing."""
        return not self.left and not self.missing

    def is_better(self, other: Reading) -> bool:
        """Whether this, of two readings as one question, is the one to keep."""
        return (self.whole and self.explained, self.score) > (other.whole and other.explained, other.score)

    @property
    def entities(self) -> dict[str, Entity]:
        """By parameter the entity that is most likely meant."""
        return {name: entities[0] for name, entities in self.values.items()}

    @property
    def filled(self) -> dict[str, str]:
        """The values as they are asked with: ids, dates, conditions."""
        return {**self.given, **{name: entity.id for name, entity in self.entities.items()}}


@dataclass
class _Filling:
    """The names that a question takes, by parameter, how well their roles agree, and how many are left over."""

    values: dict[str, tuple[Entity, ...]]
    agreement: float = 1.0
    left: int = 0


def readings(known: Wordings, every: Iterable[Heard]) -> list[Reading]:
    """The best reading for each question, however the text is heard, the best first."""
    best: dict[str, Reading] = {}
    for heard, wording in product(every, known.every):
        reading = _fit(known, wording, heard)
        if reading and (wording.question.name not in best or reading.is_better(best[wording.question.name])):
            best[wording.question.name] = reading
    return sorted(best.values(), key=lambda each: (-each.score, each.question.name))


def _fit(known: Wordings, wording: Wording, heard: Heard) -> Reading | None:
    question = wording.question
    if not wording.conditions <= set(heard.conditions):
        return None
    alike, unmet = _likeness(known, wording, heard)
    if alike < _LEAST_ALIKE:
        return None
    filling = _best_filling(wording, heard.mentions[:_MOST_NAMES])
    if filling is None:
        return None
    left = filling.left + max(0, len(heard.mentions) - _MOST_NAMES)
    given, dropped = _conditions(wording, heard)
    timed, times_dropped = _times(question, heard)
    given |= timed
    left += dropped + times_dropped
    entities = [each[0].id for each in filling.values.values()]
    left += len(entities) - len(set(entities))
    missing = _missing(question, {*filling.values, *given})
    narrowed = bool(filling.values) or bool(dropped or given.keys() - timed.keys())
    score = alike * filling.agreement * _LEFT_OVER**left * _MISSING ** len(missing)
    score *= 1.0 if filling.values or not wording.slots else 0.8
    score *= _UNKNOWN ** len(heard.unknown) * _tells(question, heard)
    kinds = {question.parameter(name).type for name in filling.values}
    score += _TITLED * bool(kinds & set(_SAID_BY_KIND)) - _GENERAL * question.general
    return Reading(
        score, question, wording, heard, filling.values, given, left, missing, _is_explained(unmet, narrowed)
    )


def _best_filling(wording: Wording, mentions: Sequence[Mention]) -> _Filling | None:
    """The way to put the names into the slots that leaves fewest over and agrees best with their roles."""
    best: tuple[tuple[int, float], _Filling] | None = None
    for count in range(min(len(wording.slots), len(mentions)), -1, -1):
        for filling in _fillings(wording, mentions, count):
            key = (-filling.left, filling.agreement)
            if best is None or key > best[0]:
                best = key, filling
        if best and best[0][0] == 0 and count == len(wording.slots):
            break
    return best[1] if best else None


def _fillings(wording: Wording, mentions: Sequence[Mention], count: int) -> Iterator[_Filling]:
    """Each way to put so many of the names into slots; the others go to optional parameters."""
    for chosen in permutations(range(len(mentions)), count):
        for slots in combinations(wording.slots, count):
            values = {}
            agreement = 1.0 if list(chosen) == sorted(chosen) else 0.98
            for slot, number in zip(slots, chosen, strict=True):
                entities = _taken_by(wording.question.parameter(slot.parameter), mentions[number])
                if not entities:
                    break
                values[slot.parameter] = entities
                agreement *= _slot_agreement(slot, mentions[number])
            else:
                agreement *= 1.0 if count == len(wording.slots) else 0.5
                acting = {mentions[n].marker for slot, n in zip(slots, chosen, strict=True) if slot.marker in _ACTING}
                agreement *= _NOT_TOGETHER if len(acting) > 1 else 1.0
                rest = [mention for number, mention in enumerate(mentions) if number not in chosen]
                yield _with_rest(wording.question, _Filling(values, agreement), rest)


def _with_rest(question: QueryFile, filling: _Filling, rest: Sequence[Mention]) -> _Filling:
    """Names beyond the slots fill parameters of their kind; what still is left over is counted."""
    for mention in rest:
        fitting = [
            (_role_agreement(question, parameter, mention), -number, parameter, entities)
            for number, parameter in enumerate(question.parameters)
            if parameter.name not in filling.values and (entities := _taken_by(parameter, mention))
        ]
        if not fitting:
            filling.left += 1
            continue
        agreement, _, parameter, entities = max(fitting, key=lambda each: each[:2])
        filling.values[parameter.name] = entities
        filling.agreement *= agreement
    return filling


def _slot_agreement(slot: SlotHeard, mention: Mention) -> float:
    """How well what a name is to the verb goes with the slot; a country can be a place or an actor."""
    if slot.kind == "place" and mention.of("actor"):
        return _PLACE_OR_ACTOR if mention.marker in _FOR_ACTORS else 1.0
    return _agreement(slot.marker, mention.marker) if slot.kind == "actor" else 1.0


def _taken_by(parameter: Parameter, mention: Mention) -> tuple[Entity, ...]:
    """What a mention can mean as the value of a parameter."""
    return tuple(entity for entity in mention.of(parameter.type) if parameter.takes(entity.kind, entity.sort))


def _role_agreement(question: QueryFile, parameter: Parameter, mention: Mention) -> float:
    if parameter.type != "actor":
        return _PLACE_OR_ACTOR if mention.of("actor") and mention.marker in _FOR_ACTORS else 1.0
    if parameter.name in ROLES:
        return _agreement(parameter.name, mention.marker)
    if question.headline == "meeting":
        return _agreement("with", mention.marker)
    return _agreement("with" if mention.marker == "in" else mention.marker, mention.marker)


def _agreement(ours: str, theirs: str) -> float:
    ours, theirs = ("by" if each == SUBJECT else each for each in (ours, theirs))
    if ours == theirs:
        return 1.0
    return _NOT_SAID if not ours or not theirs else _ALIKE.get(frozenset((ours, theirs)), _UNLIKE)


def _conditions(wording: Wording, heard: Heard) -> tuple[dict[str, str], int]:
    """The values that words themselves give, such as a kind of claim; and how many have no place."""
    given: dict[str, str] = {}
    dropped = 0
    names = {parameter.name for parameter in wording.question.parameters}
    for kind, name, value in heard.conditions:
        if (kind, name, value) in wording.conditions:
            continue
        taking = [each for each in (name, f"{kind}_{name}") if each in names and each not in given]
        if taking and kind in (wording.question.headline, "any"):
            given[taking[0]] = value
        else:
            dropped += 1
    return given, dropped


def _times(question: QueryFile, heard: Heard) -> tuple[dict[str, str], int]:
    """The first and the last day, and how many times have no place."""
    if not heard.times:
        return {}, 0
    if question.period is None:
        return {}, len(heard.times)
    time = heard.times[0]
    sides: tuple[date | None, date | None] = (time.since, time.until)
    given = {name: day.isoformat() for name, day in zip(question.period, sides, strict=True) if day}
    return given, len(heard.times) - 1


def _tells(question: QueryFile, heard: Heard) -> float:
    """How well the columns can say what the first line should: a place where `where` is asked."""
    kinds = {column.type.removesuffix(" list") for column in question.columns}
    return _CANNOT_TELL if "where" in heard.aspects and "place" not in kinds else 1.0


def _missing(question: QueryFile, filled: set[str]) -> tuple[str, ...]:
    return tuple(each.name for each in question.required if each.name not in filled)


def _likeness(known: Wordings, wording: Wording, heard: Heard) -> tuple[float, tuple[float, float]]:
    """How far the words on both sides mean the same, from 0 to 1; and on either side the most that is not met."""
    ours = set(wording.meanings)
    theirs = set(heard.meanings) | set(heard.aspects)
    weigh = known.weighs
    for meanings in heard.doubtful:
        theirs |= set(meanings) & ours or (set() if set(meanings) & theirs else {min(meanings, key=weigh)})
    for slot in wording.slots:
        said = _SAID_BY_KIND.get(slot.kind, set())
        ours, theirs = ours - said, theirs - said
    met = _CONDITION * len(wording.conditions)  # each is met, else the phrase does not fit
    both = met + sum(weigh(meaning) for meaning in ours & theirs)
    union = met + sum(map(weigh, ours)) + sum(min(weigh(each), _EXTRA.get(each, 9)) for each in theirs - ours)
    about_source = any(slot.kind == "source" for slot in wording.slots) and any(
        each.of("source") for each in heard.mentions
    )
    alike = both / union if union else 0.9 * about_source
    open_ours = max(map(weigh, ours - theirs), default=0.0)
    of_others = known.of_question[wording.question.name] if not wording.question.general else frozenset()
    open_theirs = max((weigh(each) for each in theirs - ours - of_others if each not in _EXTRA), default=0.0)
    return alike, (open_ours, open_theirs)


def _is_explained(unmet: tuple[float, float], narrowed: bool) -> bool:
    """Whether each word that counts is met; where no name narrows a question down, more words count."""
    least_ours, least_theirs = _COUNTING_NARROWED if narrowed else _COUNTING
    return unmet[0] < least_ours and unmet[1] < least_theirs
