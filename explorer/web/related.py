"""What to try where an answer has no rows: related questions, and the pages of the entities that it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from explorer.answers.answer import Answer
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
    for each in (*_wider(question, values), *_others(question, answer), *_entities(answer)):
        found.setdefault(each.url, each)
    return list(found.values())[:_MOST]


def _wider(question: QueryFile, values: Mapping[str, str]) -> Iterator[Suggestion]:
    narrowing = [name for name in values if not question.parameter(name).required and name != "limit"]
    if not narrowing:
        return
    if len(narrowing) > 1:
        for name in narrowing:
            kept = {other: value for other, value in values.items() if other != name}
            yield Suggestion(f"The same whatever the {_word(name)}", links.question(question.name, kept))
    kept = {name: value for name, value in values.items() if name not in narrowing}
    words = " and ".join(_word(name) for name in narrowing)
    yield Suggestion(f"The same without {words}", links.question(question.name, kept))


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


def _word(name: str) -> str:
    return name.replace("_", " ")
