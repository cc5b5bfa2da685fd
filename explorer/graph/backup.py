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
    try:
        EmbeddedGraph(file).dataset()
    except GraphUnreachable as error:
        raise UsageError(f"{file} is not a backup that can be put back: {error}") from error
    path = target.file
    if path == Path(os.path.realpath(file)):
        raise UsageError(f"{file} is the graph itself: name a backup.")
    with target.held():
        stamp = f"{datetime.now():%Y%m%d-%H%M%S}"
        aside = []
        copied = Path(f"{path}.put-back")
        dataset = _copy(file, copied, replace=True)
        if path.exists():
            aside.append(unused(Path(f"{path}.before-{stamp}")))
            os.link(path, aside[0])
        if Log(path).waits():
            aside.append(Log(path).put_aside())
        copied.replace(path)
    return PutBack(dataset, aside)


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
                os.link(unfinished, target)  # which does not overwrite what has come meanwhile
        finally:
            unfinished.unlink(missing_ok=True)
            for left in unfinished.parent.glob(f"{unfinished.name}*"):
                left.unlink(missing_ok=True)
    except OSError as error:
        raise UsageError(f"{target} cannot be written: {error.strerror or error}. Nothing was changed.") from error
    return dataset
