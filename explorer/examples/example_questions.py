"""Questions that this very graph answers, in the words in which a person would ask them.

Made from late meetings and claims of which much is known, and asked once before they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from explorer.answers.answer import Answer
from explorer.asking import parameters, run
from explorer.asking.parameters import Understood
from explorer.catalogue.phrases import Phrase, Slot, fill_phrase
from explorer.catalogue.query_file import QueryFile
from explorer.completion import verbalize
from explorer.completion.verbalize import Filling
from explorer.connection import Connection
from explorer.errors import ExplorerError, TooSlow
from explorer.examples.deadline import Patience
from explorer.examples.sample_entities import Cast, casts

#: Different ways to fill one question that are tried.
_TRIES = 8
#: Tries of one question that may take too long.
_SLOW = 2


@dataclass(frozen=True)
class Example:
    """A question with an answer: in words, and its name and parameters, ready to run."""

    text: str
    question: str
    parameters: dict[str, str]


def examples(connection: Connection, patience: Patience) -> dict[str, Example]:
    """For each question by name an example with at least one row; what is not found in time is left out."""
    questions = connection.catalogue.values()
    return dict(_found(connection, sorted(questions, key=_effort), patience))


def headline(connection: Connection, most: int, patience: Patience) -> list[str]:
    """At most so many questions to try first, each understood as it is written. May be empty."""
    chosen = [question for question in connection.catalogue.values() if question.example is not None]
    wanted = sorted(chosen, key=lambda question: (question.example, question.name))
    texts: list[str] = []
    for _, example in _found(connection, wanted, patience):
        if len(texts) < most and _is_understood(connection, example):
            texts.append(example.text)
    return texts


def in_words(question: QueryFile, values: Mapping[str, str]) -> str:
    """A phrase of the question that says all of these values and nothing else; empty if none does."""
    return fill_phrase([phrase for phrase in question.wordings if set(phrase.names) == set(values)], values)


def _effort(question: QueryFile) -> int:
    """What is about one meeting or place is quick, what is about an actor is not always, nor a look at everything."""
    types = {parameter.type for parameter in question.required}
    return 2 if not types or "words" in types else int("actor" in types)


def _found(
    connection: Connection, questions: Iterable[QueryFile], patience: Patience
) -> Iterator[tuple[str, Example]]:
    """The examples, one after the other, as long as there is time."""
    try:
        cast = casts(connection.graph, patience.seconds)
    except TooSlow:
        patience.short = True
        return
    except ExplorerError:  # the graph has other faults, which an answer tells better
        return
    for number, question in enumerate(questions):
        # Not always about the same people.
        turned = cast[number % len(cast) :] + cast[: number % len(cast)] if cast else []
        if example := _first_answered(connection, question, turned, patience):
            yield question.name, example


def _first_answered(
    connection: Connection, question: QueryFile, cast: list[Cast], patience: Patience
) -> Example | None:
    slow = 0
    for filled in _fillings(question, cast):
        if not patience.left or slow == _SLOW:
            patience.short = True
            return None
        given = {name: filling.value for name, filling in filled.items()}
        try:
            if _has_rows(connection, question, given, patience.left):
                return Example(_text(connection, question, filled), question.name, given)
        except TooSlow:
            slow += 1
        except ExplorerError:
            continue
    return None


def _fillings(question: QueryFile, cast: list[Cast]) -> Iterator[dict[str, Filling]]:
    """Ways to fill what the question needs, each once."""
    tried: list[dict[str, Filling]] = []
    for each in cast if question.required else [{}]:
        filled = _filled(question, each)
        if len(filled) == len(question.required) and filled not in tried:
            tried.append(filled)
    yield from tried[:_TRIES]


def _filled(question: QueryFile, cast: Cast) -> dict[str, Filling]:
    """Each needed parameter with the first that suits its type and is left."""
    left = {type: list(fillings) for type, fillings in cast.items()}
    return {each.name: left[each.declared].pop(0) for each in question.required if left.get(each.declared)}


def _has_rows(connection: Connection, question: QueryFile, given: Mapping[str, str], timeout: float) -> bool:
    settings = replace(connection.settings, timeout=timeout)
    understood = parameters.understand(connection.graph, question, {**given, "limit": "1"}, settings.max_rows)
    if not isinstance(understood, Understood):
        return False
    return bool(run.answer(connection.graph, question, understood, settings).rows)


def _text(connection: Connection, question: QueryFile, filled: Mapping[str, Filling]) -> str:
    """The question in the plainest of its phrases that say all this and nothing else, else its title."""
    fitting = [phrase for phrase in question.wordings if _says(phrase, filled)]
    if not fitting:
        return question.title
    phrase = min(fitting, key=lambda each: len(each.slots))
    slots: list[tuple[Slot, Filling]] = [(slot, filled[slot.names[0]]) for slot in phrase.slots]
    return verbalize.whole(connection.catalogue, question, phrase, slots)


def _says(phrase: Phrase, filled: Mapping[str, Filling]) -> bool:
    """Whether the slots are just what is filled; a period is one value."""
    said = [name for slot in phrase.slots for name in slot.names]
    periods = [slot.names for slot in phrase.slots if len(slot.names) > 1]
    return sorted(said) == sorted(filled) and all(filled[one] == filled[other] for one, other in periods)


def _is_understood(connection: Connection, example: Example) -> bool:
    try:
        result = connection.ask(example.text)
    except ExplorerError:
        return False
    return isinstance(result, Answer) and result.question == example.question and bool(result.rows)
