"""Choices for words that no question answers for sure: what comes nearest first, and why there is no answer yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from explorer import names
from explorer.answers.answer import Choice, Choices
from explorer.asking import exact, parameters, retelling
from explorer.asking.answered import empty_last
from explorer.asking.deciding import Decision
from explorer.asking.exact import MOST_CHOICES
from explorer.asking.fitting import Reading
from explorer.asking.heard import Heard
from explorer.asking.lookup import Entity
from explorer.asking.parameters import Understood
from explorer.asking.spoken import Spoken
from explorer.asking.why_not import why_not
from explorer.asking.worded import Found, WordedReading
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.errors import NotFound
from explorer.graph.base import Graph

#: Of one name, how many that bear it are offered.
_MOST_NAMESAKES = 4
#: Words of a name that is not there; more are no name.
_LONGEST_NAME = 3


def choices(
    graph: Graph,
    catalogue: Catalogue,
    said: Spoken,
    decision: Decision,
    every: Sequence[Heard],
    found: Found,
    max_rows: int,
) -> Choices:
    """The nearest questions, best first, and the full-text search last; always at least one."""
    top = decision.readings[0] if decision.readings else None
    heard = next((each for each in every if each.bare), top.heard if top else every[-1])
    if heard.bare:  # one name, and what its words mean besides is not asked
        decision = Decision(tuple(each for each in decision.readings if each.heard.bare), sure=False)
    message, whole, partial = _from_readings(graph, decision, said, max_rows)
    unknown_name, nearest = _nearest(graph, decision, found, max_rows)
    about = _about_names(catalogue, heard) if heard.bare or not any(each.values for each in decision.readings) else []
    first = without_repeats([*nearest, *about, *whole])
    listed = [*empty_last(graph, catalogue, [each for each in first if each.parameters][:MOST_CHOICES]), *partial]
    search = list(searches(catalogue, said.text))
    wide = [each for each in first if not each.parameters]
    if heard.unknown:  # what takes up none of the names is further away than a search for the words
        search += wide
    else:
        listed += wide
    message = unknown_name or message or why_not(said, heard, top, decision)
    ordered = without_repeats([*listed[: MOST_CHOICES - len(search)], *search])
    unexplained = (*heard.unknown, *heard.unanswerable)
    return Choices(said.text, message, ordered or _everything(catalogue), unexplained)


def _from_readings(
    graph: Graph, decision: Decision, said: Spoken, max_rows: int
) -> tuple[str, list[Choice], list[Choice]]:
    """What to say if a name in the first reading is ambiguous; the readings that take up all, and those that do not.

    An ambiguous name gives a choice for everybody whom it can mean.
    """
    message = ""
    whole: list[Choice] = []
    partial: list[Choice] = []
    for number, reading in enumerate(decision.readings[:MOST_CHOICES]):
        unsure = _among_namesakes(graph, reading, said, max_rows)
        if unsure and number == 0 and reading.whole:
            message = unsure.message
        if reading.whole:
            whole += unsure.choices if unsure else [choice_of(reading)]
        elif reading.filled:
            partial += unsure.choices if unsure else [choice_of(reading)]
    return message, whole, partial


def _nearest(graph: Graph, decision: Decision, found: Found, max_rows: int) -> tuple[str, list[Choice]]:
    """Where a phrase fits, but a name in it is not there: what to say, and the same question with the nearest names."""
    unknown = {word for each in decision.readings[:1] for word in each.heard.unknown}
    if not found.readings or decision.readings and not unknown:
        return "", []
    if unknown and not any(_may_be_name(each, unknown) for each in found.readings):
        return "", []
    try:
        near = exact.nearest(graph, found, max_rows)
    except NotFound as error:
        return str(error), []
    return (near[0].message, [each for one in near for each in one.choices]) if near else ("", [])


def _about_names(catalogue: Catalogue, heard: Heard) -> Iterator[Choice]:
    """The questions that take nothing but the names: what can be asked about them, those that tell most first."""
    for mention in heard.mentions:
        for entity in mention.entities[:_MOST_NAMESAKES]:
            for question in sorted(catalogue.values(), key=_first_about):
                required = question.required
                if len(required) == 1 and required[0].takes(entity.kind, entity.sort):
                    yield parameters.choice(question, {}, {required[0].name: entity})


def _first_about(question: QueryFile) -> tuple[bool, int, bool, int]:
    return question.related is None, question.related or 0, question.place is None, question.place or 0


def one_name_or_two(catalogue: Catalogue, text: str, pair: str, found: Found, decision: Decision) -> Choices:
    """A passage that can be one name or two, each way as a choice."""
    two = [choice_of(each) for each in decision.readings[:1] if each.whole and len(each.values) > 1]
    one = [exact.choice(each, found.known) for each in found.readings]
    return Choices(text, f"Is '{pair}' one name, or two?", without_repeats([*two, *one, *searches(catalogue, text)]))


def choice_of(reading: Reading) -> Choice:
    """A reading to pick."""
    text = retelling.retold(reading.question, reading.given, reading.entities) if reading.filled else ""
    choice = parameters.choice(reading.question, reading.given, reading.entities)
    return replace(choice, text=text) if text and not reading.missing else choice


def _among_namesakes(graph: Graph, reading: Reading, said: Spoken, max_rows: int) -> Choices | None:
    """One choice for each entity that an ambiguous name can mean; None where all are unique."""
    if all(len(each) == 1 for each in reading.values.values()) or reading.missing:
        return None
    texts = {name: _called(reading, said, entities) for name, entities in reading.values.items()}
    known = {(reading.question.parameter(name).type, texts[name]): list(each) for name, each in reading.values.items()}
    understood = parameters.understand(graph, reading.question, {**reading.given, **texts}, max_rows, known)
    return None if isinstance(understood, Understood) else understood


def _called(reading: Reading, said: Spoken, entities: Sequence[Entity]) -> str:
    """The words that name these entities in the text."""
    for mention in reading.heard.mentions:
        if {each.id for each in entities} <= {each.id for each in mention.entities}:
            return said.passage(mention.span)
    return entities[0].name


def _may_be_name(reading: WordedReading, unknown: set[str]) -> bool:
    """Whether an unknown word stands in a slot of a reading, and no slot holds half a sentence."""
    passages = [re.findall(r"[^\s,;:?!]+", passage.text) for passage in reading.named]
    return any(unknown & set(words) for words in passages) and max(map(len, passages)) <= _LONGEST_NAME


def without_repeats(found: Sequence[Choice]) -> list[Choice]:
    """The choices, each question with the same filling once, where it comes first."""
    once: dict[tuple[object, ...], Choice] = {}
    for each in found:
        once.setdefault((each.question, *sorted(each.parameters.items())), each)
    return list(once.values())


def searches(catalogue: Catalogue, text: str) -> Iterator[Choice]:
    """The questions that take any words."""
    if not names.normalize(text):
        return
    for question in catalogue.values():
        required = [each for each in question.parameters if each.required]
        if len(required) == 1 and required[0].type == "words":
            yield parameters.choice(question, {required[0].name: text.strip()}, {})


def _everything(catalogue: Catalogue) -> list[Choice]:
    return [parameters.choice(question, {}, {}) for question in catalogue.values()]
