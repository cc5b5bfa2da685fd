"""What another question tells where one has no rows: whom both met, of two who are not recorded to have met."""

from __future__ import annotations

from dataclasses import replace

from explorer.answers.answer import Answer
from explorer.answers.number_words import first_few
from explorer.answers.subjects import called
from explorer.asking import run
from explorer.asking.parameters import Understood
from explorer.catalogue.catalogue import Catalogue
from explorer.catalogue.header import SLOT
from explorer.catalogue.query_file import QueryFile
from explorer.errors import TooSlow
from explorer.graph.base import Graph
from explorer.settings import Settings

#: Rows to ask for and to name, and the seconds that it may take.
_MOST, _NAMED, _SECONDS = 20, 3, 1.0


def with_otherwise(
    graph: Graph, catalogue: Catalogue, question: QueryFile, understood: Understood, settings: Settings, answer: Answer
) -> Answer:
    """The answer, and in its summary what the question that its own one names tells, where it has no rows itself."""
    if answer.rows or not question.otherwise:
        return answer
    other = catalogue.question(question.otherwise.question)
    asked = [each.name for each in question.parameters if each.name != "limit"]
    given = {name: understood.values[name] for name in asked if understood.values[name] is not None}
    taken = {each.name: each.default for each in other.parameters}
    if not given.keys() <= taken.keys():
        return answer
    values = {**taken, **given, "limit": min(_MOST, settings.max_rows)}
    shown = {name: value for name, value in understood.shown.items() if name in taken}
    soon = replace(settings, timeout=min(_SECONDS, settings.timeout))
    try:
        found = run.answer(graph, other, Understood(values, shown), soon)
    except TooSlow:
        return answer
    if not found.rows:
        return answer
    told = SLOT.sub(lambda slot: _names(found, slot[1]), question.otherwise.text)
    return replace(answer, summary=f"{answer.summary}; {told}")


def _names(answer: Answer, column: str) -> str:
    names = dict.fromkeys(called(row[column]) for row in answer.rows if row[column])
    return first_few(list(names), _NAMED, cut=answer.truncated)
