"""Neo4j over Bolt: server, cluster or Aura. The only import of the official driver."""

from __future__ import annotations

import logging
import os
import re
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import neo4j
from neo4j import exceptions as failures
from neo4j import time as neo4j_time

from explorer.errors import GraphError, GraphUnreachable, TooSlow
from explorer.graph.base import Result, batches
from explorer.statements import Statement, statement, statements

log = logging.getLogger(__name__)
#: The driver would print every notification to the terminal; they become lines of our own log below.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

#: Rows written in one transaction: a dossier of usual size is seen whole or not at all.
_TRANSACTION_ROWS = 20_000
_WRITE_TIMEOUT = 600.0
_INDEX_WAIT = 300.0
#: Seconds in which the driver tries again: a person waits for what is read; a load outlasts the choice of a new leader.
_RETRYING = {neo4j.READ_ACCESS: 3, neo4j.WRITE_ACCESS: 15}
#: Seconds until a server must have taken a connection, and until it must have answered on it; a connection that was
#: not used for so many is tried first, for the server may have fallen silent meanwhile.
_TAKEN, _ANSWERED, _UNUSED = 5, 10, 5
_SCHEME = re.compile(r"(neo4j|bolt)(\+\w+)?://")
_DATASET = statement("status/dataset")
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"
_BEHIND = "Neo.TransientError.Transaction.BookmarkTimeout"


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
        with self._session(neo4j.READ_ACCESS) as session, _translated(self.place, statement.name, timeout):
            version = _version(_read(session, _DATASET, None, timeout, None).rows) if stamped else None
            return replace(_read(session, statement, parameters, timeout, most), dataset=version)

    def or_empty(self) -> BoltGraph:
        """See Graph.or_empty. A database is always there."""
        return self

    @contextmanager
    def writing(self, *, whole: bool = False) -> Iterator[BoltWriter]:
        """See Graph.writing. Written in transactions of some thousand rows, each retried by the driver."""
        with self._session(neo4j.WRITE_ACCESS) as session:
            self._ensure_schema(session)
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
        rows = self.read(_DATASET).rows
        return _version(rows), _notice(rows)

    def about(self) -> str:
        """See Graph.about."""
        with _translated(self.place, "server version", None):
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
            if not _SCHEME.match(self.place):
                raise GraphUnreachable(
                    f"NEO4J_URI '{self.place}' cannot be used: begin with neo4j://, neo4j+s://, bolt:// or bolt+s://"
                )
            with _translated(self.place, "connect", None):
                driver = neo4j.GraphDatabase.driver(
                    self.place,
                    auth=self._auth,
                    connection_timeout=_TAKEN,
                    connection_acquisition_timeout=_ANSWERED,
                    liveness_check_timeout=_UNUSED,
                    # A property that no node of a small graph has is no news.
                    notifications_disabled_classifications=["UNRECOGNIZED"],
                )
                try:
                    driver.verify_connectivity()
                except BaseException:
                    driver.close()
                    raise
            self._driver, self._pid = driver, os.getpid()
        return self._driver

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

    def _ensure_schema(self, session: neo4j.Session) -> None:
        """Constraints and indexes, one transaction each as Neo4j wants it, and waited for."""
        with _translated(self.place, "schema", None):
            for each in statements("schema"):
                session.execute_write(_run, each, None, None)
            waiting = statement("status/indexes-not-online")
            deadline = time.monotonic() + _INDEX_WAIT
            while rows := session.execute_read(_run, waiting, None, None).rows:
                if time.monotonic() > deadline:
                    raise GraphError(f"The index {rows[0]['name']} did not come online within {_INDEX_WAIT:g} seconds")
                time.sleep(0.1)


class BoltWriter:
    """The writer of a Neo4j graph: gathers batches and writes them in transactions that the driver may retry."""

    def __init__(self, place: str, session: neo4j.Session, whole: bool) -> None:
        self._place = place
        self._whole = whole
        self._session = session
        self._waiting: list[tuple[Statement, list[Mapping[str, Any]]]] = []
        self._rows = 0

    def read(self, statement: Statement, parameters: Mapping[str, Any] | None = None) -> Result:
        """See Writer.read."""
        self.flush()
        with _translated(self._place, statement.name, None):
            return self._session.execute_read(_run, statement, parameters, None)

    def write(self, statement: Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """See Writer.write."""
        for batch in batches(rows):
            self._waiting.append((statement, batch))
            self._rows += len(batch)
            if self._rows >= _TRANSACTION_ROWS and not self._whole:
                self.flush()

    def flush(self) -> None:
        """Write what is waiting, in one transaction."""
        if not self._waiting:
            return
        work = neo4j.unit_of_work(metadata={"app": "explorer", "question": "load"}, timeout=_WRITE_TIMEOUT)(_write)
        with _translated(self._place, self._waiting[0][0].name, _WRITE_TIMEOUT):
            self._session.execute_write(work, self._waiting)
        self._waiting, self._rows = [], 0


def _write(transaction: neo4j.ManagedTransaction, waiting: list[tuple[Statement, list[Mapping[str, Any]]]]) -> None:
    for each, batch in waiting:
        _run(transaction, each, {"rows": batch}, None)


def _run(
    transaction: neo4j.ManagedTransaction, statement: Statement, parameters: Mapping[str, Any] | None, most: int | None
) -> Result:
    return _taken(transaction.run(statement.text, dict(parameters or {})), statement, most)


def _taken(result: neo4j.Result, statement: Statement, most: int | None) -> Result:
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


def _read(
    session: neo4j.Session,
    statement: Statement,
    parameters: Mapping[str, Any] | None,
    timeout: float | None,
    most: int | None,
) -> Result:
    metadata = {"app": "explorer", "question": statement.name}
    try:
        return _taken(
            session.run(neo4j.Query(statement.text, metadata, timeout), dict(parameters or {})), statement, most
        )
    except (failures.Neo4jError, failures.DriverError) as error:
        if not error.is_retryable() or getattr(error, "code", None) == _BEHIND:
            raise
    work = neo4j.unit_of_work(metadata, timeout)(_run)
    return session.execute_read(work, statement, parameters, most)


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


def _plain(value: Any) -> Any:
    """Driver types as plain Python values."""
    if isinstance(value, neo4j_time.Date | neo4j_time.DateTime | neo4j_time.Time):
        return value.to_native()
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return value


@contextmanager
def _translated(place: str, name: str, timeout: float | None) -> Iterator[None]:
    """The driver's exceptions as ours, each with what to do next."""
    try:
        yield
    except failures.AuthError as error:
        raise GraphUnreachable(
            f"{place} refused the login: are NEO4J_USERNAME and NEO4J_PASSWORD set, and right? ({error.message})"
        ) from error
    except failures.ConfigurationError as error:
        raise GraphUnreachable(f"NEO4J_URI '{place}' cannot be used: {error}") from error
    except failures.Neo4jError as error:
        code = error.code or ""
        if code.startswith(_TIMED_OUT):
            limit = f" within {timeout:g} seconds" if timeout else ""
            raise TooSlow(f"'{name}' did not finish{limit}") from error
        if code == _BEHIND:
            raise GraphUnreachable(
                f"{place} has not come to the state that was seen there before, or has been restored to an older one: "
                f"try again ({error.message})"
            ) from error
        if "DatabaseNotFound" in code or "DatabaseUnavailable" in code:
            raise GraphUnreachable(f"{place} has no such database: check NEO4J_DATABASE ({error.message})") from error
        raise GraphError(f"'{name}': {error.message}") from error
    except (failures.DriverError, OSError, ValueError) as error:
        raise GraphUnreachable(
            f"No Neo4j answers at {place}: is it running, and is NEO4J_URI right? ({str(error).splitlines()[0]})"
        ) from error
