"""Settings come in, a py2neo Graph on their Neo4j goes out, and a Connection that asks through one.

For notebooks that were written with py2neo, which is not developed any more: docs/py2neo.md says what still works.
The only import of py2neo.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.errors import GraphError, GraphUnreachable, TooSlow, UsageError
from explorer.graph.base import Result
from explorer.graph.bolt import BoltGraph
from explorer.graph.bolt_errors import TIMED_OUT
from explorer.graph.versions import Stamp
from explorer.settings import Settings, from_environment
from explorer.statements import Statement, statement

try:
    import py2neo
    from interchange import time as py2neo_time
    from py2neo import errors as failures
except ImportError as error:
    raise ImportError("py2neo is not installed: pip install 'explorer[py2neo]'") from error

if (py2neo.NEO4J_URI or "").startswith("neo4j"):
    # From there it takes what it is not told, and fails at once over an address for routing, which it takes otherwise.
    py2neo.NEO4J_URI = None

_SCHEME = re.compile(r"(neo4j|bolt)(\+s|\+ssc)?://")
_DATASET = statement("status/dataset")
_LOST = (
    failures.ConnectionBroken,
    failures.ConnectionLimit,
    failures.ConnectionUnavailable,
    failures.ProtocolError,
    failures.ServiceUnavailable,
    OSError,
)


def graph(settings: Settings | None = None) -> py2neo.Graph:
    """A Graph of py2neo on the Neo4j of the settings, else of the environment: py2neo's own, to read and to write.

    Raises UsageError where no Neo4j is set or py2neo does not take its address, GraphUnreachable.
    """
    settings = settings or from_environment()
    uri = _address(settings)
    _see_that_it_answers(BoltGraph(uri, settings.neo4j_username, settings.neo4j_password, settings.neo4j_database))
    # Both are given always: what is left out py2neo takes from variables of its own, or tries a password of its own.
    auth = (settings.neo4j_username or "neo4j", settings.neo4j_password or "")
    with _translated(uri, "connect"):
        return py2neo.Graph(uri, auth=auth, name=settings.neo4j_database)


def connect(settings: Settings | None = None) -> Connection:
    """A Connection that asks through py2neo; it loads through the official driver, as every Connection does.

    Nothing is reached before the first question. Raises UsageError as `graph` does, CatalogueError.
    """
    settings = settings or from_environment()
    return Connection(Py2neoGraph(settings), catalogue.load(settings.queries), settings)


class Py2neoGraph(BoltGraph):
    """A Neo4j of which everything is read through py2neo."""

    def __init__(self, settings: Settings) -> None:
        """Take the settings. Raises UsageError as `graph` does."""
        self._settings = settings
        self._graph: py2neo.Graph | None = None
        self._opening = threading.Lock()
        super().__init__(_address(settings), settings.neo4j_username, settings.neo4j_password, settings.neo4j_database)

    def read(
        self,
        statement: Statement,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        most: int | None = None,
        stamped: bool = False,
    ) -> Result:
        """See Graph.read. Each statement is a transaction of its own, sent for reading: the server refuses to write.

        py2neo fetches all rows, and sends no time limit: when the time is over its connections are closed, those of
        other threads too, whereupon the server stops the work.
        """
        opened = self._opened()
        try:
            with _limited(opened, statement.name, timeout), _translated(self.place, statement.name):
                if not stamped:
                    return _run(opened, statement, parameters, most)
                return self._versions.stamped(
                    lambda: Stamp(_run(opened, statement, parameters, most)), lambda: Stamp(_version(opened))
                )
        except (GraphUnreachable, TooSlow):
            # py2neo does not go back to a server that it has lost; the next question connects anew.
            self._let_go(opened)
            raise

    def close(self) -> None:
        """Close the connections."""
        self._let_go(self._graph)
        super().close()

    def _opened(self) -> py2neo.Graph:
        with self._opening:  # first questions may come at once
            if self._graph is None:
                self._graph = graph(self._settings)
            return self._graph

    def _let_go(self, opened: py2neo.Graph | None) -> None:
        """Close one, but not that which another thread has opened after it."""
        with self._opening:
            if opened is not None:
                _close(opened)
            if self._graph is opened:
                self._graph = None


def _address(settings: Settings) -> str:
    uri = settings.neo4j_uri
    if not uri:
        raise UsageError("py2neo needs a Neo4j: set NEO4J_URI. An embedded graph is asked with explorer.connect()")
    if not _SCHEME.match(uri):
        raise UsageError(
            f"NEO4J_URI '{uri}' cannot be used with py2neo: begin with neo4j://, neo4j+s://, bolt:// or bolt+s://"
        )
    return uri


def _see_that_it_answers(tried: BoltGraph) -> None:
    """py2neo waits without end for a server that says nothing, and does not tell why one lets nobody in."""
    try:
        tried.about()
    finally:
        tried.close()


def _close(opened: py2neo.Graph) -> None:
    with suppress(*_LOST):  # py2neo says goodbye, which fails where the server has gone
        opened.service.connector.close()


def _run(opened: py2neo.Graph, statement: Statement, parameters: Mapping[str, Any] | None, most: int | None) -> Result:
    cursor = opened.query(statement.text, dict(parameters or {}))
    columns = list(cursor.keys())
    records = list(islice(cursor, None if most is None else most + 1))
    rows = [dict(zip(columns, map(_plain, record.values()), strict=True)) for record in records[:most]]
    return Result(columns, rows, len(records) > len(rows))


def _version(opened: py2neo.Graph) -> str | None:
    rows = _run(opened, _DATASET, None, None).rows
    return rows[0]["version"] if rows else None


def _plain(value: Any) -> Any:
    """py2neo's types as plain Python values. Its own conversion of times loses the zone."""
    if isinstance(value, py2neo_time.Date):
        return value.to_native()
    if isinstance(value, py2neo_time.DateTime | py2neo_time.Time):
        return value.to_native().replace(tzinfo=value.tzinfo)
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


@contextmanager
def _limited(opened: py2neo.Graph, name: str, timeout: float | None) -> Iterator[None]:
    """Ends what is asked within after so many seconds. Raises TooSlow then."""
    if timeout is None:
        yield
        return
    over = threading.Event()

    def end() -> None:
        over.set()
        _close(opened)

    timer = threading.Timer(timeout, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if over.is_set():
            raise TooSlow(f"'{name}' did not finish within {timeout:g} seconds")


@contextmanager
def _translated(place: str, name: str) -> Iterator[None]:
    """py2neo's exceptions as ours, each with what to do next."""
    try:
        yield
    except failures.Neo4jError as error:
        if error.code.startswith(TIMED_OUT):
            raise TooSlow(f"'{name}' did not finish within the time that the server allows") from error
        if error.title in ("DatabaseNotFound", "DatabaseUnavailable"):
            raise GraphUnreachable(f"{place} has no such database: check NEO4J_DATABASE ({error.message})") from error
        raise GraphError(f"'{name}': {error.message}") from error
    except _LOST as error:
        raise GraphUnreachable(
            f"No Neo4j answers py2neo at {place}: is it running, and is NEO4J_URI right? ({error})"
        ) from error
