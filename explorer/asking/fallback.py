"""Choices for words that no phrase fits: the questions that come nearest, filled with the names found in the words.

Always at least one choice, the full-text search, as long as the catalogue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer import names
from explorer.answers.answer import Choice, Choices
from explorer.asking import hearing, parameters
from explorer.asking.answered import answered_first
from explorer.asking.hearing import BEFORE, Heard, Time, alike
from explorer.asking.lookup import Entity
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.values import ENTITIES
from explorer.catalogue.words import Word
from explorer.graph.base import Graph

#: Of the best guess's score; what falls below is noise.
_WORTH_SAYING = 0.4


@dataclass(frozen=True)
class Guess:
    """A question with what fills it, and how well it goes with what was heard."""

    score: float
    question: QueryFile
    given: Mapping[str, str]
    entities: Mapping[str, Entity]


def choices(graph: Graph, catalogue: Catalogue, text: str, words: Sequence[Word], most: int) -> Choices:
    """The nearest questions, best first."""
    heard, message = hearing.hear(graph, catalogue, text, words)
    # Names among words that no question has: the words are left aside.
    found_any = list(_guesses(catalogue, heard)) or list(_guesses(catalogue, replace(heard, rest=())))
    guesses = sorted(found_any, key=lambda guess: (-guess.score, guess.question.name))
    worth = _WORTH_SAYING * guesses[0].score if guesses else 0.0
    likely = [(each.question, each.given, each.entities) for each in guesses if each.score > worth]
    found = without_repeats([parameters.choice(*each) for each in answered_first(graph, likely)])[: most - 1]
    return Choices(text, message, without_repeats([*found, *_searches(catalogue, text)]) or _everything(catalogue))


def without_repeats(found: Sequence[Choice]) -> list[Choice]:
    """The choices, each question with the same filling once, where it comes first."""
    once: dict[tuple[object, ...], Choice] = {}
    for each in found:
        once.setdefault((each.question, *sorted(each.parameters.items())), each)
    return list(once.values())


def _guesses(catalogue: Catalogue, heard: Heard) -> Iterator[Guess]:
    """For each question the best of its phrases, once for each entity that a mention can mean."""
    best: dict[str, float] = {}
    for question, phrase in catalogue.phrases:
        best[question.name] = max(best.get(question.name, 0.0), _likeness(phrase, heard.rest))
    for name, likeness in best.items():
        question = catalogue[name]
        for alternative in range(max((len(mention.entities) for mention in heard.mentions), default=1)):
            given, entities, unused = _fill(question, heard, alternative)
            required = [each.name for each in question.parameters if each.required]
            filled = sum(each in entities or each in given for each in required)
            if heard.mentions and not entities or not heard.rest and filled < len(required):
                continue
            whole = 1.5 * filled / len(required) if required else 0.5
            score = 2 * likeness + whole - 0.5 * unused - 0.05 * alternative
            whole_pair = len(entities) > 1 and not unused and filled == len(required)
            if likeness > 0 or whole_pair or not heard.rest and (entities or given and filled == len(required) > 0):
                yield Guess(score, question, given, entities)


def _likeness(phrase: Phrase, rest: Sequence[str]) -> float:
    """How far the words of the phrase and those that are left are the same, from 0 to 1."""
    if not rest:
        return 0.0
    known = sum(max(alike(literal, word) for word in rest) for literal in set(phrase.literals))
    return 2 * known / (len(set(phrase.literals)) + len(rest))


def _fill(question: QueryFile, heard: Heard, alternative: int) -> tuple[dict[str, str], dict[str, Entity], int]:
    """The parameters filled with the mentions in their order and with the dates; how many mentions are left over."""
    free = [each for each in question.parameters if each.type in ENTITIES]
    entities: dict[str, Entity] = {}
    unused = 0
    for mention in heard.mentions:
        entity = mention.entities[min(alternative, len(mention.entities) - 1)]
        if entity in entities.values():
            continue
        slot = next((each for each in free if _takes(each, entity)), None)
        if slot is None:
            unused += 1
        else:
            entities[slot.name] = entity
            free.remove(slot)
    given = _time(question, heard.times) if heard.times and question.period else {}
    return given, entities, unused


def _time(question: QueryFile, times: Sequence[Time]) -> dict[str, str]:
    """What fills the first and the last day: the dates that were said, or the day before or after one."""
    first, last = question.period or ("", "")
    if times[0].side:
        day = times[0].bound
        return {} if day is None else {last if times[0].side == BEFORE else first: day.isoformat()}
    return {first: times[0].text, last: times[-1].text}


def _takes(parameter: Parameter, entity: Entity) -> bool:
    """Whether this entity is a sensible value."""
    return parameter.takes(entity.kind, entity.sort)


def _searches(catalogue: Catalogue, text: str) -> Iterator[Choice]:
    """The questions that take any words."""
    if not names.normalize(text):
        return
    for question in catalogue.values():
        required = [each for each in question.parameters if each.required]
        if len(required) == 1 and required[0].type == "words":
            yield parameters.choice(question, {required[0].name: text.strip()}, {})


def _everything(catalogue: Catalogue) -> list[Choice]:
    return [parameters.choice(question, {}, {}) for question in catalogue.values()]
