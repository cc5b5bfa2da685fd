"""Runs a question: its rows become those that every reader of the program gets, whatever the engine."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from explorer import names
from explorer.answers.answer import Answer, Row
from explorer.asking.parameters import Understood
from explorer.catalogue.query_file import QueryFile
from explorer.graph.base import Graph
from explorer.settings import Settings

Convert = Callable[[Any], Any]
#: The same few names come again and again.
_normalize = lru_cache(maxsize=65536)(names.normalize)


def answer(graph: Graph, question: QueryFile, understood: Understood, settings: Settings) -> Answer:
    """Run the question. One row more than wanted is asked for, to know whether there are more.

    Raises TooSlow where it runs into the time limit.
    """
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
        milliseconds=round((time.perf_counter() - began) * 1000, 2),
        notes=_notes(question, understood, rows, truncated, settings),
    )


def _notes(
    question: QueryFile, understood: Understood, rows: list[Row], truncated: bool, settings: Settings
) -> list[str]:
    if truncated:
        return [_how_to_get_more(understood.values["limit"], settings.max_rows)]
    named = [value["name"] for value in understood.shown.values() if isinstance(value, dict)]
    if rows or not named:
        return []
    return [f"What else there is about {name}: ask “{name}”." for name in named]


def _how_to_get_more(limit: int, max_rows: int) -> str:
    shown = "Only the first row is" if limit == 1 else f"Only the first {limit} rows are"
    if limit >= max_rows:
        return f"{shown} shown, the most that one answer may have: narrow the question, or raise EXPLORER_MAX_ROWS."
    more = min(limit * 10, max_rows)
    return f"{shown} shown: run the question with a limit of {more} (--limit {more}) for more, at most {max_rows}."


def _convert(question: QueryFile, rows: list[Row]) -> list[Row]:
    """The rows in the order of the columns, each value as its column's type says."""
    converters = [(column.name, converter(column.type)) for column in question.columns]
    return [{name: convert(row[name]) for name, convert in converters} for row in rows]


def converter(kind: str) -> Convert:
    """What turns a value from the engine into one of this column type."""
    if kind.endswith(" list"):
        return _list_converter(kind.removesuffix(" list"))
    return _CONVERTERS.get(kind, _entity)


def _list_converter(kind: str) -> Convert:
    convert = converter(kind)
    key: Convert = _KEYS.get(kind, _entity_key)

    def convert_list(values: Any) -> list[Any]:
        if not values:
            return []
        once = {key(value): value for value in map(convert, values) if value is not None}
        return [once[each] for each in sorted(once)]

    return convert_list


def plain(value: Any) -> Any:
    """A value of an entity's page: dates as text, entities in a list in the order of their names."""
    if isinstance(value, list) and any(isinstance(each, dict) for each in value):
        return converter("actor list")(value)
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
    return {key: value.get(key) for key in ("source", "title", "kind", "quote", "start", "end", "page")}


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


_CONVERTERS: dict[str, Convert] = {
    "string": _scalar,
    "integer": _scalar,
    "float": _scalar,
    "boolean": _scalar,
    "date": _date,
    "evidence": _evidence,
}
_KEYS: dict[str, Convert] = {**dict.fromkeys(_CONVERTERS, _scalar_key), "evidence": _evidence_key}
