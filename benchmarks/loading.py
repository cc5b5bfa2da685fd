"""A generated world is loaded the program's way and by a bare loop that sends the same batches; seconds go out."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from benchmarks.engines import Batch, Engine
from benchmarks.generate import World
from explorer.graph.base import BATCH
from explorer.loading.execution import execute
from explorer.loading.file_identity import Allowed
from explorer.loading.load_plan import plan
from explorer.loading.plan import Plan
from explorer.statements import statement

#: Rows in one transaction of the bare loop, as the program has them on Neo4j.
_TRANSACTION = 20_000


@dataclass(frozen=True)
class Loading:
    """Seconds of the program and of the bare loop for the same rows."""

    rows: int
    ours: float
    bare: float


def measure(engine: Engine, nodes: int, folder: Path) -> Loading:
    """Load the world both ways; either leaves the same rows for the questions."""
    kept = folder / "batches.pickle"
    rows, ours = _ours(engine, nodes, kept)
    began = time.perf_counter()
    with kept.open("rb") as file:
        engine.load(_replayed(file))
    bare = time.perf_counter() - began - _reading_back(kept)
    kept.unlink()
    return Loading(rows, ours, bare)


def _ours(engine: Engine, nodes: int, kept: Path) -> tuple[int, float]:
    """Plan and write piece by piece. What is written is kept in a file, which is not counted."""
    graph = engine.fresh()
    aside, rows = 0.0, 0
    pieces = World(nodes).pieces()
    kept.parent.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    with kept.open("wb") as file, graph.writing() as writer:
        while True:
            paused = time.perf_counter()
            piece = next(pieces, None)
            aside += time.perf_counter() - paused
            if piece is None:
                break
            made = plan(writer, [piece], [], datetime.now(UTC), Allowed())
            execute(writer, made)
            paused = time.perf_counter()
            rows += made.size
            _keep(made, file)
            aside += time.perf_counter() - paused
    seconds = time.perf_counter() - began - aside
    graph.close()
    return rows, seconds


def _keep(made: Plan, file: IO[bytes]) -> None:
    for name, rows in made.steps:
        for start in range(0, len(rows), BATCH):
            pickle.dump((statement(name).text, rows[start : start + BATCH]), file)


def _read(file: IO[bytes]) -> Iterator[Batch]:
    while True:
        try:
            yield pickle.load(file)
        except EOFError:
            return


def _replayed(file: IO[bytes]) -> Iterator[list[Batch]]:
    """The kept batches, gathered to transactions of the same size as the program's."""
    waiting: list[Batch] = []
    for batch in _read(file):
        waiting.append(batch)
        if sum(len(rows) for _, rows in waiting) >= _TRANSACTION:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _reading_back(kept: Path) -> float:
    """Seconds that reading the kept batches takes by itself."""
    began = time.perf_counter()
    with kept.open("rb") as file:
        for _ in _read(file):
            pass
    return time.perf_counter() - began
