"""What to try where an answer has no rows: related questions, and the pages of the entities that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explorer.answers.answer import Answer
from explorer.asking.lookup import Entity
from explorer.asking.retelling import retold
from explorer.catalogue.query_file import QueryFile
from explorer.examples.example_questions import in_words
from explorer.web import links
from explorer.web.request import connection

_MOST = 6


@dataclass(frozen=True)
class Suggestion:
    """One thing to try instead: in words, and where it leads."""

    text: str
    url: str


def questions(question: QueryFile, answer: Answer, values: Mapping[str, str]) -> list[Suggestion]:
    """The same question with less to narrow it, then other questions about the same entities, then their pages."""
    found: dict[str, Suggestion] = {}
    for each in (*_wider(question, answer, values), *_others(question, answer), *_entities(answer)):
        found.setdefault(each.url, each)
    return list(found.values())[:_MOST]


def _wider(question: QueryFile, answer: Answer, values: Mapping[str, str]) -> Iterator[Suggestion]:
    """The same without one of the conditions, and without all that may be left out."""
    narrowing = [name for name in values if not question.parameter(name).required and name != "limit"]
    fewer = [[other for other in values if other != name] for name in narrowing] if len(narrowing) > 1 else []
    for kept in [*fewer, [name for name in values if name not in narrowing]] if narrowing else []:
        given = {name: values[name] for name in kept}
        yield Suggestion(_in_words(question, answer, given), links.question(question.name, given))


def _in_words(question: QueryFile, answer: Answer, given: Mapping[str, str]) -> str:
    """The question with these values, as a person would say it."""
    shown = {name: answer.parameters[name] for name in given}
    entities = {
        name: Entity(value["type"], value["id"], value["name"])
        for name, value in shown.items()
        if isinstance(value, dict)
    }
    plain = {name: value for name, value in given.items() if name not in entities and name != "limit"}
    said = retold(question, plain, entities) if entities or plain else question.title
    return said[:1].upper() + said[1:]


def _others(question: QueryFile, answer: Answer) -> Iterator[Suggestion]:
    for kind, entity in _known(answer):
        for other in connection().catalogue.related(kind):
            slot = other.required[0].name
            said = in_words(other, {slot: entity["name"]})
            if said and other.name != question.name:
                yield Suggestion(said[:1].upper() + said[1:], links.question(other.name, {slot: entity["id"]}))


def _entities(answer: Answer) -> Iterator[Suggestion]:
    for kind, entity in _known(answer):
        yield Suggestion(f"All about {entity['name']}", links.entity(kind, entity["id"]))


def _known(answer: Answer) -> Iterator[tuple[str, dict[str, str]]]:
    for value in answer.parameters.values():
        if isinstance(value, dict):
            yield value["type"], value
