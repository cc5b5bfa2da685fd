"""The embedded engine: a graph in one file, no server. The only import of kglite.

Reading and writing are two openings. Readers serve the last saved state and reopen when the file has changed.
The writer holds the engine's lease; what it writes is one transaction, saved, and so seen by readers, whole at its end.
"""

from __future__ import annotations

import logging
import os
import stat
import threading
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import kglite

from explorer.errors import GraphBusy, GraphError, GraphUnreachable, TooSlow
from explorer.graph.base import Result
from explorer.graph.embedded_log import Log
from explorer.statements import Statement, statement, statements

logger = logging.getLogger(__name__)
#: A word about a label that a small graph does not have is no news; it goes to the log, not to the terminal.
kglite.set_query_warning_policy("silent")

_DAMAGED = (
    "The graph in {path} cannot be opened: {why}\n"
    "Put a backup back (`explorer restore --backup FILE`), or move it away and load your files again."
)
_NO_PLACE = (
    "The graph cannot be in {path}: {why}\n"
    "Name a file in a folder that you may write to, with --graph or EXPLORER_GRAPH."
)
_NOT_SAVED = (
    "The graph could not be saved in {path}: {why}\n"
    "See that there is room and that you may write there, then do the same again."
)
_INTERRUPTED = (
    "A load into {path} was stopped before it was finished; answers show the state before it. "
    "Run `explorer load` again to complete it."
)
_ANOTHERS_LOG = (
    "{log} was begun on another state of {path}, such as before an older copy was put back. "
    "It is not read, and the next load puts it aside."
)
_PUT_ASIDE = (
    "%s was begun on another state of the graph, such as before an older copy was put back: it was put aside as %s. "
    "What a stopped load had left in it is not in the graph; load those files again."
)


@dataclass(frozen=True)
class _Opening:
    """One opening for reading: the engine's handle, the state of the file it was opened at, the dataset version.

    `incomplete` says that the engine's log holds more, `anothers_log` that this is of another state of the file.
    """

    session: Any
    state: tuple[int, ...]
    dataset: str | None
    incomplete: bool
    anothers_log: bool


class EmbeddedGraph:
    """A graph in the file `path`, or in the file to which that leads as a symbolic link.

    With `missing_ok` a file that is not there reads as an empty graph.
    """

    engine = "embedded"

    def __init__(self, path: Path, *, missing_ok: bool = False) -> None:
        self.path = path
        self.place = str(path)
        self._missing_ok = missing_ok
        self._lock = threading.Lock()
        self._opening: _Opening | None = None

    @property
    def file(self) -> Path:
        """The file itself, now: the engine would put another in the place of a link. A link may be made to lead on."""
        return Path(os.path.realpath(self.path))

    def read(
        self,
        statement: Statement,
        parameters: Mapping[str, Any] | None = None,
        *,
        timeout: float | None = None,
        most: int | None = None,
        stamped: bool = False,
    ) -> Result:
        """See Graph.read. A statement that writes is refused by the engine."""
        opening = self._opened()
        result = _run(opening.session, statement, parameters, timeout, most)
        return replace(result, dataset=opening.dataset) if stamped else result

    def beyond_reading(self, statement: Statement) -> str:
        """See Graph.beyond_reading. What is open for reading cannot do more."""
        return ""

    def dataset(self) -> str | None:
        """See Graph.dataset. Read once for each opening, since an opening never changes."""
        return self._opened().dataset

    def notice(self) -> str | None:
        """See Graph.notice."""
        if not self.recoverable():
            return None
        if self._opened().anothers_log:
            return _ANOTHERS_LOG.format(log=Log(self.file).path, path=self.path)
        return _INTERRUPTED.format(path=self.path)

    def recoverable(self) -> bool:
        """See Graph.recoverable."""
        return self._opened().incomplete and not Log(self.file).writer_lives()

    def state(self) -> tuple[str | None, str | None]:
        """See Graph.state."""
        return self.dataset(), self.notice()

    def about(self) -> str:
        """See Graph.about."""
        return f"kglite {kglite.__version__}"

    def close(self) -> None:
        """Forget the opening; the next read opens anew."""
        self._opening = None

    def _opened(self) -> _Opening:
        """The opening of the saved state: a new one if the file has changed or the process was forked."""
        now, before = self._state_of_file(), self._opening
        if before is not None and before.state == now:
            return before
        # The first to notice opens; whoever comes meanwhile is served from the opening before.
        usable = before is not None and before.state[0] == now[0]
        if self._lock.acquire(blocking=not usable):
            try:
                if self._opening is None or self._opening.state != now:
                    self._opening = self._open(now)
            finally:
                self._lock.release()
        assert self._opening is not None
        return self._opening

    def _state_of_file(self) -> tuple[int, ...]:
        try:
            found = self.path.stat()
        except FileNotFoundError:
            if self._missing_ok:
                return (os.getpid(),)
            raise GraphUnreachable(
                f"There is no graph in {self.path} yet. Load something first with `explorer load PATH`, "
                "or name another graph with --graph or EXPLORER_GRAPH."
            ) from None
        except OSError as error:
            raise GraphUnreachable(_NO_PLACE.format(path=self.path, why=error.strerror or error)) from error
        if not stat.S_ISREG(found.st_mode):
            raise GraphUnreachable(_NO_PLACE.format(path=self.path, why="that is no file"))
        return (os.getpid(), found.st_mtime_ns, found.st_size, found.st_ino)

    def _open(self, state: tuple[int, ...]) -> _Opening:
        session, incomplete = self._open_saved() if len(state) > 1 else (kglite.KnowledgeGraph().session(), False)
        rows = _run(session, statement("status/dataset"), None, None, None).rows
        log = Log(self.file)
        anothers = incomplete and not log.writer_lives() and log.is_of_another()
        return _Opening(session, state, rows[0]["version"] if rows else None, incomplete, anothers)

    def _open_saved(self) -> tuple[Any, bool]:
        """The saved state, and whether the engine's log holds more than it."""
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                session = kglite.open_session(str(self.file))
            except (kglite.KgError, OSError, ValueError) as error:
                raise GraphUnreachable(_DAMAGED.format(path=self.path, why=error)) from error
        for warning in caught:
            logger.info("%s", warning.message)
        return session, any("write-ahead log" in str(warning.message) for warning in caught)

    def or_empty(self) -> EmbeddedGraph:
        """See Graph.or_empty."""
        return EmbeddedGraph(self.path, missing_ok=True)

    @contextmanager
    def writing(self, *, whole: bool = False) -> Iterator[EmbeddedWriter]:
        """See Graph.writing. All of it or, on an exception, nothing of it is kept."""
        path = self.file
        log = Log(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            new = not path.exists()
            if not log.writer_lives() and log.is_of_another():
                _told_aside(log)
        except OSError as error:
            raise GraphUnreachable(_NO_PLACE.format(path=self.path, why=error.strerror or error)) from error
        graph = self._open_for_writing(path, log)
        try:
            _ensure_schema(graph)
            if new:
                self._save(graph)
            try:
                log.begin()
            except OSError as error:
                raise GraphError(f"The graph in {self.path} was not changed: {error.strerror or error}") from error
            with graph.begin(timeout_ms=0) as transaction:
                writer = EmbeddedWriter(transaction)
                yield writer
            if writer.wrote or log.waits():
                _rebuild_fulltext(graph)
                self._save(graph)
        except kglite.KgError as error:
            raise GraphError(f"The graph in {self.path} was not changed: {error}") from error
        finally:
            # Without saving: what should stay was saved above.
            graph.__exit__(GraphError, None, None)
            log.end()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep others from writing, also where the graph is damaged. Raises GraphBusy where somebody writes."""
        try:
            graph = self._open_durable(self.file)
        except GraphBusy:
            raise
        except GraphUnreachable:
            graph = None
        try:
            yield
        finally:
            if graph is not None:
                graph.__exit__(GraphError, None, None)

    def _save(self, graph: Any) -> None:
        try:
            _save(graph)
        except OSError as error:
            raise GraphUnreachable(_NOT_SAVED.format(path=self.path, why=error.strerror or error)) from error

    def _open_for_writing(self, path: Path, log: Log) -> Any:
        try:
            return self._open_durable(path)
        except GraphUnreachable as error:
            if isinstance(error, GraphBusy) or log.is_noted() or not log.waits():
                raise
            # A log without a note of what it is of: if the file opens without it, it is of another.
            aside = log.put_aside()
            try:
                graph = self._open_durable(path)
            except GraphUnreachable:
                aside.replace(log.path)
                raise error from None
            logger.warning(_PUT_ASIDE, log.path, aside)
            return graph

    def _open_durable(self, path: Path) -> Any:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                graph = kglite.open(str(path), durable="full", auto_checkpoint_wal_mib=0)
            except kglite.WriterLeaseHeldError as error:
                holder = error.holder
                raise GraphBusy(
                    f"The graph in {self.path} is being written by process {holder['pid']} since {holder['since']}. "
                    "Wait until it is done and try again; reading goes on meanwhile."
                ) from error
            except (kglite.KgError, OSError, ValueError, RuntimeError) as error:
                raise GraphUnreachable(_DAMAGED.format(path=self.path, why=error)) from error
        if caught:
            graph.__exit__(GraphError, None, None)
            raise GraphUnreachable(_DAMAGED.format(path=self.path, why=caught[0].message))
        return graph


def _told_aside(log: Log) -> None:
    logger.warning(_PUT_ASIDE, log.path, log.put_aside())


class EmbeddedWriter:
    """The writer of an embedded graph: one transaction."""

    def __init__(self, transaction: Any) -> None:
        self._transaction = transaction
        self.wrote = False

    def read(self, statement: Statement, parameters: Mapping[str, Any] | None = None) -> Result:
        """See Writer.read."""
        return _run(self._transaction, statement, parameters, None, None)

    def write(self, statement: Statement, rows: Sequence[Mapping[str, Any]]) -> None:
        """See Writer.write."""
        self.wrote = True
        _run(self._transaction, statement, {"rows": list(rows)}, None, None)


def _run(
    handle: Any, statement: Statement, parameters: Mapping[str, Any] | None, timeout: float | None, most: int | None
) -> Result:
    options = {"row_limit": most} if most is not None else {}
    try:
        view = handle.cypher(
            statement.text,
            params=dict(parameters or {}),
            timeout_ms=max(1, int(timeout * 1000)) if timeout else 0,  # 0 is none
            **options,
        )
    except kglite.CypherTimeoutError as error:
        raise TooSlow(f"'{statement.name}' did not finish within {timeout:g} seconds") from error
    except kglite.KgError as error:
        raise GraphError(f"'{statement.name}': {error}") from error
    for warning in view.warnings:
        logger.debug("%s: %s", statement.name, warning)
    diagnostics = view.diagnostics or {}
    return Result(list(view.columns), view.to_list(), diagnostics.get("total_rows") is not None)


def _ensure_schema(graph: Any) -> None:
    """Only what is lacking: the engine would log an index anew, as if something had been written."""
    there = {index["name"] for index in graph.cypher("SHOW INDEXES").to_list()}
    for each in statements("schema"):
        if each.name.removeprefix("schema/").replace("-", "_") not in there:
            _run(graph, each, None, None, None)


def _rebuild_fulltext(graph: Any) -> None:
    """A full-text index does not follow a bulk load by itself."""
    for index in graph.cypher("SHOW INDEXES").to_list():
        if index["type"] == "FULLTEXT" and index["stale"]:
            graph.build_text_index(index["labelsOrTypes"][0], index["properties"][0], name=index["name"])


def _save(graph: Any) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", kglite.MappedFallbackWarning)  # it concerns a mode not used here
        graph.save()
