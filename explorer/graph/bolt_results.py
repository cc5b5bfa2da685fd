"""A statement is run in a transaction of the driver, its result comes in, a Result of plain values goes out."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

import neo4j
from neo4j import time as neo4j_time

from explorer.graph.base import Result
from explorer.statements import Statement

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger(__name__)
#: The driver would print every notification to the terminal; they become lines of our own log below.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


def metadata(name: str) -> dict[str, str]:
    """What the server is told of a transaction, and shows in its list of transactions and its log of queries."""
    return {"app": "explorer", "question": name}


def unit_of_work(work: Callable[P, T], name: str, timeout: float | None = None) -> Callable[P, T]:
    """Work in a transaction that is known to the server by a name, and that it ends after so many seconds."""
    return neo4j.unit_of_work(metadata(name), timeout)(work)


def run(
    transaction: neo4j.ManagedTransaction,
    statement: Statement,
    parameters: Mapping[str, Any] | None = None,
    most: int | None = None,
) -> Result:
    """Run a statement in a transaction; of its rows at most so many are kept."""
    return collect_rows(transaction.run(statement.text, dict(parameters or {})), statement, most)


def collect_rows(result: neo4j.Result, statement: Statement, most: int | None) -> Result:
    """At most so many rows of a result, and its notifications as lines of the log."""
    columns = list(result.keys())
    records = result.fetch(most + 1) if most is not None else list(result)
    cut = most is not None and len(records) > most
    kept = records[:most] if cut else records
    rows = [dict(zip(columns, map(_plain, record.values()), strict=True)) for record in kept]
    for note in result.consume().gql_status_objects:
        if note.is_notification:
            log.info("%s: %s %s", statement.name, note.gql_status, note.status_description)
    return Result(columns, rows, cut)


def _plain(value: Any) -> Any:
    """Driver types as plain Python values."""
    if isinstance(value, neo4j_time.Date | neo4j_time.DateTime | neo4j_time.Time):
        return value.to_native()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value
