"""Runs a question: its rows become those that every reader of the program gets, whatever the engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from explorer import names, statements
from explorer.answers.answer import EVIDENCE_KEYS, Answer, Row
from explorer.answers.summary import summary
from explorer.asking import earlier_form, nearest_names
from explorer.asking.parameters import Understood
from explorer.catalogue.query_file import QueryFile
from explorer.catalogue.values import ENTITIES, SCALARS
from explorer.errors import CatalogueError, Problem
from explorer.graph.base import Graph
from explorer.settings import Settings

Convert = Callable[[Any], Any]
#: The same few names come again and again.
_normalize = lru_cache(maxsize=65536)(names.normalize)


def answer(graph: Graph, question: QueryFile, understood: Understood, settings: Settings) -> Answer:
    """Run the question. One row more than wanted is asked for, to know whether there are more.

    Raises TooSlow where it runs into the time limit, CatalogueError where a user's statement would do more than read.
    """
    _see_that_it_only_reads(graph, question)
    began = time.perf_counter()
    limit: int = understood.values["limit"]
    values = {**understood.values, "limit": limit + 1}
    result = graph.read(question.statement, values, timeout=settings.timeout, most=limit + 1, stamped=True)
    truncated = result.cut or len(result.rows) > limit
    rows = _convert(question, result.rows[:limit])
    return Answer(
        question=question.name,
        title=question.title,
        parameters=understood.shown,
        columns=list(question.columns),
        rows=rows,
        truncated=truncated,
        engine=graph.engine,
        dataset=result.dataset,
        understood=understood.how,
        milliseconds=round((time.perf_counter() - began) * 1000, 2),
        summary=summary(question, understood.shown, rows, truncated, understood.aspect),
        notes=[
            *_notes(question, understood, rows, truncated, settings),
            *([] if rows else _nearest(graph, question, understood)),
            *_hidden(graph, question, understood),
        ],
    )


def _see_that_it_only_reads(graph: Graph, question: QueryFile) -> None:
    """A file of the user has passed the checks of its text; the engine knows for sure."""
    if question.path.parent == statements.folder() / "queries":
        return
    if more := graph.beyond_reading(question.statement):
        message = f"its statement {more}, and a question only reads the graph"
        raise CatalogueError([Problem(str(question.path), 1, message)])


def _notes(
    question: QueryFile, understood: Understood, rows: list[Row], truncated: bool, settings: Settings
) -> list[str]:
    if truncated:
        return [_how_to_get_more(understood.values["limit"], settings.max_rows)]
    named = [value["name"] for value in understood.shown.values() if isinstance(value, dict)]
    if rows:
        return []
    own = [question.empty] if question.empty else []
    return own + [f"What else there is about {name}: ask “{name}”." for name in named]


def _nearest(graph: Graph, question: QueryFile, understood: Understood) -> list[str]:
    """Where words, all that is asked for, stand nowhere: the names that are like them, for they may be misspelt."""
    given = [each for each in question.parameters if each.name != "limit"]
    if [each.type for each in given] != ["words"]:
        return []
    text = understood.shown[given[0].name]
    found = ", ".join(dict.fromkeys(entity.name for entity in nearest_names.nearest_of_all(graph, str(text))))
    return [f"Nothing holds '{text}'. " + (f"Nearest names: {found}." if found else "No name is like it.")]


def _hidden(graph: Graph, question: QueryFile, understood: Understood) -> list[str]:
    """What searching may miss in a graph that an earlier version loaded."""
    texts = [understood.shown[each.name] for each in question.parameters if each.type == "words"]
    return [note for text in texts if text and (note := earlier_form.notice(graph, str(text)))]


def _how_to_get_more(limit: int, max_rows: int) -> str:
    shown = "Only the first row is" if limit == 1 else f"Only the first {limit} rows are"
    if limit >= max_rows:
        return f"{shown} shown, the most that one answer may have: narrow the question, or raise EXPLORER_MAX_ROWS."
    more = min(limit * 10, max_rows)
    return f"{shown} shown: run the question with a limit of {more} (--limit {more}) for more, at most {max_rows}."


def _convert(question: QueryFile, rows: list[Row]) -> list[Row]:
    """The rows in the order of the columns, each value as its column's type says."""
    converters = [(column.name, _converter(column.type)) for column in question.columns]
    return [{name: convert(row[name]) for name, convert in converters} for row in rows]


def _converter(kind: str) -> Convert:
    """What turns a value from the engine into one of this column type."""
    convert, key = _TYPES[kind.removesuffix(" list")]
    return _list_converter(convert, key) if kind.endswith(" list") else convert


def _list_converter(convert: Convert, key: Convert) -> Convert:
    """What turns a list into one in the order of the keys, each value once: engines collect in any order."""

    def convert_list(values: Any) -> list[Any]:
        once = {key(value): value for value in map(convert, values or ()) if value is not None}
        return [once[each] for each in sorted(once)]

    return convert_list


def plain(value: Any) -> Any:
    """A value of an entity's page: dates as text, entities in a list in the order of their names."""
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return _entities(value)
    return _date(value)


def _scalar(value: Any) -> Any:
    return value


def _date(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _entity(value: Any) -> Any:
    """The map of an entity, or None where an optional part of the pattern was not there."""
    if value is None or value.get("id") is None:
        return None
    return {key: _date(part) for key, part in value.items()}


def _evidence(value: Any) -> Any:
    if value is None or value.get("source") is None:
        return None
    return {key: value.get(key) for key in EVIDENCE_KEYS}


def _scalar_key(value: Any) -> tuple[str, Any]:
    return ("" if isinstance(value, (int, float)) else "text", value)


def _entity_key(value: Any) -> tuple[str, ...]:
    shown = str(value.get("name") or value.get("title") or value.get("text") or "")
    return (_normalize(shown), str(value["id"]), *(f"{key}={value[key]}" for key in sorted(value)))


def _evidence_key(value: Any) -> tuple[Any, ...]:
    start, end = value["start"], value["end"]
    return (
        value["source"],
        -1 if start is None else start,
        -1 if end is None else end,
        str(value["quote"] or ""),
        str(value["page"] or ""),
    )


#: By type of column: what converts a value, and what puts values of a list in order and tells them apart.
_TYPES: dict[str, tuple[Convert, Convert]] = {
    **dict.fromkeys((*SCALARS, "answer"), (_scalar, _scalar_key)),
    "date": (_date, _scalar_key),
    "evidence": (_evidence, _evidence_key),
    **dict.fromkeys(ENTITIES, (_entity, _entity_key)),
}
_entities = _list_converter(_entity, _entity_key)
