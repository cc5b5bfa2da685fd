"""A session of the driver comes in; a Writer goes out, the only one on its database, with the schema there."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import neo4j
from neo4j import exceptions as failures

from explorer.errors import GraphBusy, GraphError
from explorer.graph.base import Result
from explorer.graph.bolt_errors import translated
from explorer.graph.bolt_results import metadata, run, unit_of_work
from explorer.statements import Statement, statement, statements

#: Rows written in one transaction: a dossier of usual size is seen whole or not at all.
_TRANSACTION_ROWS = 20_000
_WRITE_TIMEOUT = 600.0
_INDEX_WAIT = 300.0
#: Seconds to see whether somebody else is writing.
_LOCK_WAIT = 2.0
_WAITED = ("Neo.ClientError.Transaction.LockClientStopped", "Neo.ClientError.Transaction.TransactionTimedOut")
_BUSY = (
    "{place} is being written by another load or retraction: try again when it has ended. "
    "`SHOW TRANSACTIONS` in Neo4j Browser names it (question 'lock/writer')."
)


def ensure_schema(place: str, session: neo4j.Session) -> None:
    """Constraints and indexes, one transaction each as Neo4j wants it, and waited for."""
    with translated(place, "schema"):
        for each in statements("schema"):
            session.execute_write(unit_of_work(run, each.name), each)
        waiting = statement("status/indexes-not-online")
        deadline = time.monotonic() + _INDEX_WAIT
        while rows := session.execute_read(unit_of_work(run, waiting.name), waiting).rows:
            if time.monotonic() > deadline:
                raise GraphError(f"The index {rows[0]['name']} did not come online within {_INDEX_WAIT:g} seconds")
            time.sleep(0.1)


@contextmanager
def exclusive_writer(place: str, session: neo4j.Session) -> Iterator[None]:
    """Nobody else writes within the block. Raises GraphBusy where somebody does.

    The session is used up by a transaction that holds the lock; the server ends it when its client goes, however.
    """
    lock = statement("lock/writer")
    with translated(place, lock.name):
        try:  # first with a limit, which a transaction that is to hold the lock cannot have
            _lock(session, lock, _LOCK_WAIT).close()
        except failures.Neo4jError as error:
            if (error.code or "").startswith(_WAITED):
                raise GraphBusy(_BUSY.format(place=place)) from error
            raise
        held = _lock(session, lock)
    try:
        yield
    finally:
        with suppress(failures.Neo4jError, failures.DriverError):  # the connection may be gone, and the lock with it
            held.close()


def _lock(session: neo4j.Session, lock: Statement, timeout: float = 0) -> neo4j.Transaction:
    transaction = session.begin_transaction(metadata=metadata(lock.name), timeout=timeout)
    try:
        transaction.run(lock.text).consume()
    except BaseException:
        transaction.close()
        raise
    return transaction


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
        with translated(self._place, statement.name):
            return self._session.execute_read(unit_of_work(run, statement.name), statement, parameters)

    def write(self, statement: Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """See Writer.write."""
        self._waiting.append((statement, list(rows)))
        self._rows += len(rows)
        if self._rows >= _TRANSACTION_ROWS and not self._whole:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting, in one transaction."""
        if not self._waiting:
            return
        with translated(self._place, self._waiting[0][0].name, _WRITE_TIMEOUT):
            self._session.execute_write(unit_of_work(_write, "load", _WRITE_TIMEOUT), self._waiting)
        self._waiting, self._rows = [], 0


def _write(transaction: neo4j.ManagedTransaction, waiting: list[tuple[Statement, list[Mapping[str, Any]]]]) -> None:
    for each, batch in waiting:
        run(transaction, each, {"rows": batch})
