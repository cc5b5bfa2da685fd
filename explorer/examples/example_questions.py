"""Questions that this very graph answers, in the words in which a person would ask them.

Made from late meetings and claims of which much is known, and asked once before they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from explorer.answers.answer import Answer, Choices
from explorer.asking.lookup import Entity
from explorer.catalogue.phrases import Phrase, Slot, fill_phrase
from explorer.catalogue.query_file import Parameter, QueryFile
from explorer.completion import verbalize
from explorer.completion.verbalize import Filling
from explorer.connection import Connection
from explorer.errors import ExplorerError, TooSlow
from explorer.examples.example_entities import ExampleEntities, example_entities
from explorer.examples.patience import Patience

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


class ExampleFinder:
    """Finds examples of one state of the data. What it has found, or has tried in vain, it does not try again."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._entities: list[ExampleEntities] | None = None
        #: By question; None where nothing that was tried has an answer.
        self._found: dict[str, Example | None] = {}
        self._understood: dict[str, bool] = {}

    def examples(self, patience: Patience) -> dict[str, Example]:
        """For each question by name an example with at least one row; what is not found in time is left out."""
        questions = sorted(self._connection.catalogue.values(), key=_effort)
        return {example.question: example for example in self._examples(questions, patience)}

    def headline(self, most: int, patience: Patience) -> list[str]:
        """At most so many questions to try first, each understood as it is written. May be empty."""
        chosen = [question for question in self._connection.catalogue.values() if question.example is not None]
        wanted = sorted(chosen, key=lambda question: (question.example, question.name))
        texts: list[str] = []
        for example in self._examples(wanted, patience):
            if self._is_understood(example, patience):
                texts.append(example.text)
            if len(texts) == most:
                break
        return texts

    def _examples(self, questions: Iterable[QueryFile], patience: Patience) -> Iterator[Example]:
        """The examples, one after the other, as long as there is time."""
        all_entities = self._all_entities(patience)
        for number, question in enumerate(questions):
            if all_entities is None:
                return
            if question.name not in self._found:
                # Not always about the same people.
                first = number % max(1, len(all_entities))
                self._try(question, all_entities[first:] + all_entities[:first], patience)
            if example := self._found.get(question.name):
                yield example

    def _all_entities(self, patience: Patience) -> list[ExampleEntities] | None:
        """The entities to fill questions with; None where they cannot be had now."""
        if self._entities is None:
            try:
                self._entities = example_entities(self._connection.graph, patience.seconds)
            except TooSlow:
                patience.short = True
            except ExplorerError:  # the graph has other faults, which an answer tells better
                return None
        return self._entities

    def _try(self, question: QueryFile, all_entities: list[ExampleEntities], patience: Patience) -> None:
        slow = 0
        for filled in _fillings(question, all_entities):
            if slow == _SLOW:
                patience.short = True
                return
            if not patience.take():
                return
            try:
                if self._has_rows(question, filled, patience.left):
                    given = {name: filling.value for name, filling in filled.items()}
                    self._found[question.name] = Example(self._text(question, filled), question.name, given)
                    return
            except TooSlow:
                slow += 1
            except ExplorerError:
                continue
        if not slow:
            self._found[question.name] = None

    def _has_rows(self, question: QueryFile, filled: Mapping[str, Filling], timeout: float) -> bool:
        """Whether the question has an answer. Its entities were read from the graph, and are not looked up."""
        known = [Entity(question.parameter(name).type, each.value, each.said) for name, each in filled.items()]
        given = {name: filling.value for name, filling in filled.items()}
        answer = self._connection.run(question.name, {**given, "limit": "1"}, known=known, timeout=timeout)
        return isinstance(answer, Answer) and bool(answer.rows)

    def _text(self, question: QueryFile, filled: Mapping[str, Filling]) -> str:
        """The question in the plainest of its phrases that say all this and nothing else, else its title."""
        fitting = [phrase for phrase in question.wordings if _says(phrase, filled)]
        if not fitting:
            return question.title
        phrase = min(fitting, key=lambda each: len(each.slots))
        slots: list[tuple[Slot, Filling]] = [(slot, filled[slot.names[0]]) for slot in phrase.slots]
        return verbalize.whole(self._connection.catalogue, question, phrase, slots)

    def _is_understood(self, example: Example, patience: Patience) -> bool:
        """Whether its text leads to the very question and entities that were found to have an answer."""
        if example.text not in self._understood:
            if not patience.take():
                return False
            self._understood[example.text] = self._means(example)
        return self._understood[example.text]

    def _means(self, example: Example) -> bool:
        try:
            understood = self._connection.understand(example.text)
        except ExplorerError:
            return False
        if isinstance(understood, Choices) or understood[0].name != example.question:
            return False
        shown = understood[1].shown
        return all(
            shown[name]["id"] == value for name, value in example.parameters.items() if isinstance(shown[name], dict)
        )


def examples(connection: Connection, patience: Patience) -> dict[str, Example]:
    """See ExampleFinder.examples."""
    return ExampleFinder(connection).examples(patience)


def headline(connection: Connection, most: int, patience: Patience) -> list[str]:
    """See ExampleFinder.headline."""
    return ExampleFinder(connection).headline(most, patience)


def in_words(question: QueryFile, values: Mapping[str, str]) -> str:
    """A phrase of the question that says all of these values and nothing else; empty if none does."""
    return fill_phrase([phrase for phrase in question.wordings if set(phrase.names) == set(values)], values)


def _effort(question: QueryFile) -> int:
    """What is about one meeting or place is quick, what is about an actor is not always, nor a look at everything."""
    types = {parameter.type for parameter in question.required}
    return 2 if not types or "words" in types else int("actor" in types)


def _fillings(question: QueryFile, all_entities: list[ExampleEntities]) -> Iterator[dict[str, Filling]]:
    """Ways to fill what the question needs, each once."""
    tried: list[dict[str, Filling]] = []
    needed = _needed(question)
    for entities in all_entities if needed else [{}]:
        filled = _filled(needed, entities)
        if len(filled) == len(needed) and filled not in tried:
            tried.append(filled)
    yield from tried[:_TRIES]


def _needed(question: QueryFile) -> tuple[Parameter, ...]:
    """What must be given; where nothing must, but every phrase names something, what the first phrase names."""
    if question.required or not all(phrase.names for phrase in question.phrases):
        return question.required
    return tuple(question.parameter(name) for phrase in question.phrases[:1] for name in phrase.names)


def _filled(needed: Sequence[Parameter], entities: ExampleEntities) -> dict[str, Filling]:
    """Each of these parameters with the first that suits its type and is left."""
    left = {type: list(fillings) for type, fillings in entities.items()}
    return {each.name: left[each.declared].pop(0) for each in needed if left.get(each.declared)}


def _says(phrase: Phrase, filled: Mapping[str, Filling]) -> bool:
    """Whether the slots are just what is filled; a period is one value."""
    said = [name for slot in phrase.slots for name in slot.names]
    periods = [slot.names for slot in phrase.slots if len(slot.names) > 1]
    return sorted(said) == sorted(filled) and all(filled[one] == filled[other] for one, other in periods)
