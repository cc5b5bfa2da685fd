"""The file of an embedded graph goes out as one consistent copy, and comes back from one."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from explorer.errors import GraphUnreachable, UsageError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.graph.embedded_log import Log, unused

_ON_NEO4J = (
    "A Neo4j is backed up by its own means: `neo4j-admin database dump neo4j --to-path=FOLDER` with the server "
    "stopped, and `neo4j-admin database load` to put it back (`neo4j-admin database backup` beside a running "
    "server, with the Enterprise edition)."
)
_NOT_WRITTEN = "{path} cannot be written: {why}. Nothing was changed."


@dataclass(frozen=True)
class PutBack:
    """What putting a backup back did: where the graph that was there, and a log, are now, if there were any."""

    dataset: str | None
    aside: list[Path]


def backup(graph: Graph, file: Path) -> str | None:
    """Copy the last saved state to a new file, beside whoever reads or loads; gives the copy's dataset version.

    Raises UsageError where the file is there already or cannot be written, GraphUnreachable where there is no graph.
    """
    saved = _embedded(graph)
    if os.path.lexists(file):
        raise UsageError(f"{file} is there already: name a new file.")
    saved.dataset()  # tells if there is no graph, or a damaged one
    # The engine saves by putting a new file in the place of the old one, so one that is open stays what it was.
    return _copy(saved.file, file)


def put_back(graph: Graph, file: Path) -> PutBack:
    """Make the copy the graph. What was there is kept under another name.

    Raises UsageError for a file that is no graph, GraphBusy while somebody loads, GraphUnreachable.
    """
    target = _embedded(graph)
    _check(file)
    path = target.file
    if path == Path(os.path.realpath(file)):
        raise UsageError(f"{file} is the graph itself: name a backup.")
    with target.held():
        copied = Path(f"{path}.put-back")
        dataset = _copy(file, copied, replace=True)
        try:
            return PutBack(dataset, _replaced(path, copied))
        except OSError as error:
            raise UsageError(_NOT_WRITTEN.format(path=path, why=error.strerror or error)) from error
        finally:
            copied.unlink(missing_ok=True)


def _check(file: Path) -> None:
    """Raises UsageError for what is no graph."""
    if not file.exists():
        raise UsageError(f"{file} is not there: name a file that `explorer backup` has made.")
    try:
        EmbeddedGraph(file).dataset()
    except (GraphUnreachable, OSError) as error:
        raise UsageError(
            f"{file} is not a backup that can be put back, for it is no graph of this program or a damaged one: "
            "name a file that `explorer backup` has made."
        ) from error


def _replaced(path: Path, copied: Path) -> list[Path]:
    """Put the copy in the graph's place; gives where the graph and its log are now. On an OSError all is as before."""
    aside, log, logged = [], Log(path), None
    try:
        if path.exists():
            aside.append(unused(Path(f"{path}.before-{datetime.now():%Y%m%d-%H%M%S}")))
            _duplicate(path, aside[0])
        if log.waits():
            logged = log.put_aside()
        copied.replace(path)
    except OSError:
        if logged:
            logged.replace(log.path)
        for each in aside:
            each.unlink(missing_ok=True)
        raise
    return [*aside, logged] if logged else aside


def _duplicate(path: Path, new: Path) -> None:
    """Give the file a second name; where a file can have one name only, as on a USB stick, copy it."""
    try:
        os.link(path, new)
    except OSError:
        shutil.copyfile(path, new)


def _rename_to_new(unfinished: Path, target: Path) -> None:
    """Give the file the name, which does not overwrite what has come meanwhile. Raises OSError."""
    try:
        os.link(unfinished, target)
    except FileExistsError:
        raise
    except OSError:  # a file can have one name only here
        os.close(os.open(target, os.O_CREAT | os.O_EXCL))
        try:
            unfinished.replace(target)
        except OSError:
            target.unlink(missing_ok=True)
            raise


def _embedded(graph: Graph) -> EmbeddedGraph:
    if not isinstance(graph, EmbeddedGraph):
        raise UsageError(_ON_NEO4J)
    return graph


def _copy(source: Path, target: Path, *, replace: bool = False) -> str | None:
    """A copy that is there whole or not at all, and that has been opened; gives its dataset version."""
    try:
        number, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        unfinished = Path(name)
        try:
            with source.open("rb") as reading, os.fdopen(number, "wb") as writing:
                shutil.copyfileobj(reading, writing, 1 << 20)
                writing.flush()
                os.fsync(writing.fileno())
            dataset = EmbeddedGraph(unfinished).dataset()
            shutil.copymode(source, unfinished)
            if replace:
                unfinished.replace(target)
            else:
                _rename_to_new(unfinished, target)
        finally:
            unfinished.unlink(missing_ok=True)
            for left in unfinished.parent.glob(f"{unfinished.name}*"):
                left.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(_NOT_WRITTEN.format(path=target, why=error.strerror or error)) from error
    return dataset
