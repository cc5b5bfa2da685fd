"""Puts questions that have an answer before those that have none, as far as that is found out soon."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

from explorer.answers.answer import Choice
from explorer.asking import parameters
from explorer.asking.lookup import Entity
from explorer.asking.parameters import Understood
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.values import ENTITIES
from explorer.errors import ExplorerError
from explorer.graph.base import Graph

#: A question, what is given for it, and the entities that are.
Filled = tuple[QueryFile, Mapping[str, str], Mapping[str, Entity]]

#: Seconds for one question and for all; what is not known by then counts as answered.
_EACH, _ALL = 1.0, 3.0
#: Choices that are tried, and seconds for these: a person waits for them.
_MOST_TRIED, _PATIENCE = 5, 0.1
#: What the hint of a choice says that has no answer.
NOTHING = "nothing is recorded"


def answered_first(graph: Graph, offered: Sequence[Filled], within: float = _ALL) -> list[Filled]:
    """The same, those last that have no row."""
    until = time.monotonic() + within
    return sorted(offered, key=lambda each: time.monotonic() < until and not _has_rows(graph, *each))


def empty_last(graph: Graph, catalogue: Catalogue, offered: Sequence[Choice]) -> list[Choice]:
    """The same choices, those last that have no row, which they say; as far as that is found out soon."""
    until = time.monotonic() + _PATIENCE
    first, rest = offered[:_MOST_TRIED], offered[_MOST_TRIED:]
    told = [_told(graph, catalogue, each) if time.monotonic() < until else each for each in first]
    return [*sorted(told, key=lambda each: each.hint.endswith(NOTHING)), *rest]


def _told(graph: Graph, catalogue: Catalogue, choice: Choice) -> Choice:
    if has_answer(graph, catalogue, choice.question, choice.parameters, _PATIENCE):
        return choice
    return replace(choice, hint=with_nothing(choice.hint))


def with_nothing(hint: str) -> str:
    """The hint of what has no answer."""
    return "; ".join(filter(None, [hint, NOTHING]))


def has_answer(graph: Graph, catalogue: Catalogue, name: str, given: Mapping[str, str], seconds: float = _EACH) -> bool:
    """Whether the question has a row; what cannot be told counts as one. Entities are `given` by their ids."""
    question = catalogue[name]
    types = {each.name: each.type for each in question.parameters}
    entities = {
        parameter: Entity(types[parameter], value, value)
        for parameter, value in given.items()
        if types[parameter] in ENTITIES
    }
    return _has_rows(graph, question, given, entities, seconds)


def _has_rows(
    graph: Graph,
    question: QueryFile,
    given: Mapping[str, str],
    entities: Mapping[str, Entity],
    seconds: float = _EACH,
) -> bool:
    """Whether there is a row; a question that still lacks something may have one."""
    filled = {**given, **{name: entity.id for name, entity in entities.items()}}
    if any(each.name not in filled for each in question.parameters if each.required):
        return True
    known = {(question.parameter(name).type, entity.id): [entity] for name, entity in entities.items()}
    try:
        understood = parameters.understand(graph, question, {**filled, "limit": 1}, 1, known)
        if not isinstance(understood, Understood):
            return True
        return bool(graph.read(question.statement, understood.values, timeout=seconds, most=1).rows)
    except ExplorerError:
        return True
