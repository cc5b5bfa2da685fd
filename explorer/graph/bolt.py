"""Neo4j over Bolt: server, cluster or Aura. Only the modules bolt*.py import the official driver."""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import neo4j
from neo4j import exceptions as failures

from explorer.errors import GraphUnreachable, TooSlow
from explorer.graph import bolt_plans
from explorer.graph.base import Result
from explorer.graph.bolt_errors import BEHIND, translated
from explorer.graph.bolt_results import collect_rows, metadata, run, unit_of_work
from explorer.graph.bolt_writer import BoltWriter, ensure_schema, exclusive_writer
from explorer.graph.versions import Stamp, Versions
from explorer.statements import Statement, statement

#: Seconds in which the driver tries again: a person waits for what is read; a load outlasts the choice of a new leader.
_RETRYING = {neo4j.READ_ACCESS: 3, neo4j.WRITE_ACCESS: 15}
#: Seconds until a server must have taken a connection, and until it must have answered on it; a connection that was
#: not used for so many is tried first, for the server may have fallen silent meanwhile.
_TAKEN, _ANSWERED, _UNUSED = 5, 10, 5
_SCHEME = re.compile(r"(neo4j|bolt)(\+\w+)?://")
_UNUSABLE = "NEO4J_URI '{place}' cannot be used: {why}"
_BEGIN = "begin with neo4j://, neo4j+s://, bolt:// or bolt+s://"
_DATASET = statement("status/dataset")


class BoltGraph:
    """A Neo4j database at `uri`. Connects at the first use, anew after a fork."""

    engine = "neo4j"

    def __init__(self, uri: str, username: str | None, password: str | None, database: str | None) -> None:
        self.place = uri
        self._auth = (username or "neo4j", password or "") if username or password else None
        self._database = database
        self._driver: neo4j.Driver | None = None
        #: What this graph has seen: on a cluster, whichever server is asked next answers from a state no older.
        self._seen = neo4j.GraphDatabase.bookmark_manager()
        self._versions = Versions()
        #: Of each statement of a user what it would do besides reading.
        self._plans: dict[str, str] = {}
        self._pid = 0
        self._lock = threading.Lock()

    def read(
        self,
        statement: Statement,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        most: int | None = None,
        stamped: bool = False,
    ) -> Result:
        """See Graph.read. Each statement is a read transaction of its own, named after it in the server's log.

        It is first sent without the driver's retrying, which costs two more trips to the server, and with it where the
        server says that trying again may help.
        """
        with self._session(neo4j.READ_ACCESS) as session, translated(self.place, statement.name, timeout):

            def once() -> Stamp[Result]:
                result = _read(session, statement, parameters, timeout, most)
                return Stamp(result, session.last_bookmarks().raw_values)

            def version() -> Stamp[str | None]:
                rows = _read(session, _DATASET, None, timeout, None).rows
                return Stamp(_version(rows), session.last_bookmarks().raw_values)

            return self._versions.stamped(once, version) if stamped else once().value

    def beyond_reading(self, statement: Statement) -> str:
        """See Graph.beyond_reading. The server is asked once for each statement how it would run it."""
        if statement.text not in self._plans:
            with self._session(neo4j.READ_ACCESS) as session, translated(self.place, statement.name, None):
                summary = session.run(neo4j.Query(f"EXPLAIN {statement.text}", metadata(statement.name))).consume()
            self._plans[statement.text] = bolt_plans.beyond_reading(summary.query_type, summary.plan)
        return self._plans[statement.text]

    def or_empty(self) -> BoltGraph:
        """See Graph.or_empty. A database is always there."""
        return self

    @contextmanager
    def writing(self, *, whole: bool = False) -> Iterator[BoltWriter]:
        """See Graph.writing. Written in transactions of some thousand rows, each retried by the driver."""
        with self._session(neo4j.WRITE_ACCESS) as session, self._session(neo4j.WRITE_ACCESS) as lock:
            ensure_schema(self.place, session)
            with exclusive_writer(self.place, lock):
                writer = BoltWriter(self.place, session, whole)
                yield writer
                writer.flush()

    def dataset(self) -> str | None:
        """See Graph.dataset."""
        return self.state()[0]

    def notice(self) -> str | None:
        """See Graph.notice."""
        return self.state()[1]

    def state(self) -> tuple[str | None, str | None]:
        """See Graph.state."""
        with self._session(neo4j.READ_ACCESS) as session, translated(self.place, _DATASET.name):
            rows = _read(session, _DATASET, None, None, None).rows
            self._versions.note(Stamp(_version(rows), session.last_bookmarks().raw_values))
        return _version(rows), _notice(rows)

    def recoverable(self) -> bool:
        """See Graph.recoverable. What a writer left unfinished is in the graph already."""
        return False

    def about(self) -> str:
        """See Graph.about."""
        with translated(self.place, "server version"):
            return self._connected().get_server_info().agent.replace("/", " ")

    def close(self) -> None:
        """Close the connections."""
        if self._driver is not None and self._pid == os.getpid():
            self._driver.close()
        self._driver = None

    def _connected(self) -> neo4j.Driver:
        with self._lock:  # first requests may come at once
            return self._driver_of_process()

    def _driver_of_process(self) -> neo4j.Driver:
        if self._driver is None or self._pid != os.getpid():
            driver = self._new_driver()
            try:
                with translated(self.place, "connect"):
                    driver.verify_connectivity()
            except BaseException:
                driver.close()
                raise
            self._driver, self._pid = driver, os.getpid()
        return self._driver

    def _new_driver(self) -> neo4j.Driver:
        if not _SCHEME.match(self.place):
            raise GraphUnreachable(_UNUSABLE.format(place=self.place, why=_BEGIN))
        try:
            return neo4j.GraphDatabase.driver(
                self.place,
                auth=self._auth,
                connection_timeout=_TAKEN,
                connection_acquisition_timeout=_ANSWERED,
                liveness_check_timeout=_UNUSED,
                # A property that no node of a small graph has is no news.
                notifications_disabled_classifications=["UNRECOGNIZED"],
            )
        except (failures.ConfigurationError, ValueError) as error:
            raise GraphUnreachable(_UNUSABLE.format(place=self.place, why=error)) from error

    @contextmanager
    def _session(self, mode: str) -> Iterator[neo4j.Session]:
        """A session that begins where the last one ended."""
        driver = self._connected()
        try:
            with driver.session(
                database=self._database,
                default_access_mode=mode,
                bookmark_manager=self._seen,
                max_transaction_retry_time=_RETRYING[mode],
            ) as session:
                yield session
        except (GraphUnreachable, TooSlow):
            # What was seen may be gone with a database that was restored, and the next one would wait for it, too.
            self._seen = neo4j.GraphDatabase.bookmark_manager()
            raise


def _read(
    session: neo4j.Session,
    statement: Statement,
    parameters: Mapping[str, Any] | None,
    timeout: float | None,
    most: int | None,
) -> Result:
    name = statement.name
    try:
        query = neo4j.Query(statement.text, metadata(name), timeout)
        return collect_rows(session.run(query, dict(parameters or {})), statement, most)
    except (failures.Neo4jError, failures.DriverError) as error:
        if not error.is_retryable() or getattr(error, "code", None) == BEHIND:
            raise
    return session.execute_read(unit_of_work(run, name, timeout), statement, parameters, most)


def _version(rows: list[dict[str, Any]]) -> str | None:
    return rows[0]["version"] if rows else None


def _notice(rows: list[dict[str, Any]]) -> str | None:
    if not rows or not rows[0]["writing"]:
        return None
    files = ", ".join(rows[0]["unfinished"] or ["files"])
    return (
        f"A load of {files} that began {rows[0]['writing']} has not finished. "
        "If it is not running any more, run `explorer load` with the same files again to complete it."
    )
