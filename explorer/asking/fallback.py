"""Choices for words that no phrase fits: the questions that come nearest, filled with the names found in the words.

Always at least one choice, the full-text search, as long as the catalogue has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from explorer import names, written_dates
from explorer.answers.answer import Choice, Choices
from explorer.asking import lookup, parameters
from explorer.asking.lookup import Entity
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.phrases import Phrase
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.catalogue.words import Word, same
from explorer.graph.base import Graph

#: Words of a name that are looked up as one.
_LONGEST_NAME = 6
_LONGEST_DATE = 4
#: From here on, of 100, two words may be one with a slip.
_ALIKE = 75
#: Of the best guess's score; what falls below is noise.
_WORTH_SAYING = 0.4
#: Entities of one name that are offered.
_MOST_ALTERNATIVES = 4


@dataclass(frozen=True)
class Mention:
    """A passage of the text that names something: the entities that it can mean."""

    start: int
    end: int
    entities: tuple[Entity, ...]


@dataclass(frozen=True)
class Heard:
    """What was made out in the text: entities, dates as text, and the words that are left."""

    mentions: tuple[Mention, ...]
    periods: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True)
class Guess:
    """A question with what fills it, and how well it goes with what was heard."""

    score: float
    question: QueryFile
    given: Mapping[str, str]
    entities: Mapping[str, Entity]


def choices(graph: Graph, catalogue: Catalogue, text: str, words: Sequence[Word], most: int) -> Choices:
    """The nearest questions, best first."""
    heard, message = _hear(graph, catalogue, text, words)
    # Names among words that no question has: the words are left aside.
    found_any = list(_guesses(catalogue, heard)) or list(_guesses(catalogue, replace(heard, rest=())))
    guesses = sorted(found_any, key=lambda guess: (-guess.score, guess.question.name))
    worth = _WORTH_SAYING * guesses[0].score if guesses else 0.0
    found = [parameters.choice(each.question, each.given, each.entities) for each in guesses if each.score > worth]
    found = without_repeats(found)[: most - 1]
    return Choices(text, message, without_repeats([*found, *_searches(catalogue, text)]) or _everything(catalogue))


def without_repeats(found: Sequence[Choice]) -> list[Choice]:
    """The choices, each question with the same filling once, where it comes first."""
    once: dict[tuple[object, ...], Choice] = {}
    for each in found:
        once.setdefault((each.question, *sorted(each.parameters.items())), each)
    return list(once.values())


def _hear(graph: Graph, catalogue: Catalogue, text: str, words: Sequence[Word]) -> tuple[Heard, str]:
    periods = list(_periods(text, words))
    taken = {index for start, end, _ in periods for index in range(start, end)}
    own = {literal for _, phrase in catalogue.wordings for literal in phrase.literals}
    mentions = _mentions(graph, words, taken, own)
    taken |= {index for mention in mentions for index in range(mention.start, mention.end)}
    rest = [index for index, word in enumerate(words) if index not in taken and not word.small]
    message = _message(text, mentions, bool(rest))
    unknown = [index for index in rest if not any(_alike(literal, words[index].normalized) for literal in own)]
    if unknown and not mentions:
        passage = text[words[unknown[0]].start : words[unknown[-1]].end]
        near = lookup.nearest_of_all(graph, passage)
        message = f"Nothing is called '{passage}'. " + (
            f"Nearest names: {', '.join(entity.name for entity in near)}." if near else "No name is like it."
        )
        mentions = [Mention(unknown[0], unknown[-1] + 1, tuple(near))] if near else []
        rest = [index for index in rest if index not in unknown]
    texts = tuple(period for _, _, period in periods)
    return Heard(tuple(mentions), texts, tuple(words[index].normalized for index in rest)), message


def _message(text: str, mentions: Sequence[Mention], more: bool) -> str:
    if mentions and not more:
        called = list(dict.fromkeys(entity.name for mention in mentions for entity in mention.entities))
        return f"What would you like to know about {', '.join(called)}?"
    return f"No question is worded like '{text}'. Is one of these meant?"


def _periods(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Passages that are dates, from left to right, the longest first."""
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _LONGEST_DATE), start, -1):
            passage = text[words[start].start : words[end - 1].end]
            if any(character.isdigit() for character in passage) and written_dates.understand(passage):
                yield start, end, passage
                start = end - 1
                break
        start += 1


def _mentions(graph: Graph, words: Sequence[Word], taken: set[int], own: set[str]) -> list[Mention]:
    """Passages that name something, longer ones first. A single word of a name is none if phrases use that word."""
    spans = [
        (start, end)
        for start in range(len(words))
        for end in range(start + 1, min(len(words), start + _LONGEST_NAME) + 1)
        if not taken & set(range(start, end))
    ]
    spelled = {span: " ".join(word.normalized for word in words[span[0] : span[1]]) for span in spans}
    found = lookup.named(graph, [spelling for spelling in spelled.values() if names.words(spelling)])
    mentions: list[Mention] = []
    occupied: set[int] = set()
    for span in sorted(spans, key=lambda each: (each[0] - each[1], each[0])):
        entities = found.get(spelled[span], [])
        if spelled[span] in own:
            entities = [entity for entity in entities if entity.rank == lookup.WHOLE_NAME]
        if entities and not occupied & set(range(*span)):
            occupied |= set(range(*span))
            mentions.append(Mention(*span, tuple(entities[:_MOST_ALTERNATIVES])))
    return sorted(mentions, key=lambda mention: mention.start)


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
            if likeness > 0 or not heard.rest and (entities or given and filled == len(required) > 0):
                yield Guess(score, question, given, entities)


def _likeness(phrase: Phrase, rest: Sequence[str]) -> float:
    """How far the words of the phrase and those that are left are the same, from 0 to 1."""
    if not rest:
        return 0.0
    alike = sum(max(_alike(literal, word) for word in rest) for literal in set(phrase.literals))
    return 2 * alike / (len(set(phrase.literals)) + len(rest))


def _alike(literal: str, word: str) -> float:
    if same(literal, word):
        return 1.0
    if min(len(literal), len(word)) < 4:
        return 0.0
    from rapidfuzz import fuzz

    return fuzz.ratio(literal, word, score_cutoff=_ALIKE) / 100


def _fill(question: QueryFile, heard: Heard, alternative: int) -> tuple[dict[str, str], dict[str, Entity], int]:
    """The parameters filled with the mentions in their order and with the dates; how many mentions are left over."""
    free = [each for each in question.parameters if each.type in lookup.NAMED]
    entities: dict[str, Entity] = {}
    unused = 0
    for mention in heard.mentions:
        entity = mention.entities[min(alternative, len(mention.entities) - 1)]
        slot = next((each for each in free if _takes(each, entity)), None)
        if slot is None:
            unused += 1
        else:
            entities[slot.name] = entity
            free.remove(slot)
    given = {}
    if heard.periods and question.period:
        given = dict(zip(question.period, (heard.periods[0], heard.periods[-1]), strict=True))
    return given, entities, unused


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
