"""Paths and a graph come in, the graph then says what the files say; a Summary goes out."""

from __future__ import annotations

import getpass
import os
import platform
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from explorer.graph.base import Graph, Writer, batches
from explorer.loading.dataset_state import read_state
from explorer.loading.load_plan import plan
from explorer.loading.plan import COUNTED, Plan
from explorer.reading import input_files
from explorer.statements import statement

#: Called with rows written and rows in all.
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Summary:
    """What a load did, or with `dry_run` would do: entities of the files by what became of them."""

    files: int
    new: int
    changed: int
    unchanged: int
    removed: int
    seconds: float
    dry_run: bool
    notes: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        counts = ", ".join(f"{getattr(self, name)} {name}" for name in COUNTED)
        files = "1 file" if self.files == 1 else f"{self.files} files"
        end = "nothing was written (dry run)" if self.dry_run else f"{self.seconds:.1f} seconds"
        return f"{files}: {counts}; {end}"


def load(
    graph: Graph,
    paths: Iterable[Path],
    *,
    dry_run: bool = False,
    text_root: Path | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Make the graph say what the files say.

    Raises InputError with all faults of all files (nothing is written then), UsageError for a path that is neither a
    dossier nor a folder, GraphBusy where another writer holds the graph.
    """
    started = time.perf_counter()
    graph = graph.or_empty()
    files, problems = input_files.read(paths, text_root)
    # Planned before the graph is opened for writing, so that faulty files leave no trace at all.
    made = plan(graph, files, problems, _now())
    if (made.steps or made.planned_on.writing or graph.recoverable()) and not dry_run:
        with graph.writing() as writer:
            if read_state(writer) != made.planned_on:  # somebody else has written meanwhile
                made = plan(writer, files, problems, _now())
            execute(writer, made, progress)
    counts = {name: made.counts[name] for name in COUNTED}
    return Summary(
        len(files), **counts, seconds=time.perf_counter() - started, dry_run=dry_run, notes=sorted(set(made.notes))
    )


def execute(writer: Writer, made: Plan, progress: Progress | None = None) -> None:
    """Write the steps of a plan that was made on the state of now, and note the new version of the data."""
    before, files = made.planned_on, set(made.files)
    if not made.steps and not before.unfinished & files:
        return
    writing = f"{_now().isoformat()} by {_who()}"
    writer.write(statement("load/begin"), [{"writing": writing, "unfinished": sorted(before.unfinished | files)}])
    done, size = 0, made.size
    for name, rows in made.steps:
        for batch in batches(rows):
            writer.write(statement(name), batch)
            done += len(batch)
            if progress:
                progress(done, size)
    left = sorted(before.unfinished - files) or None  # what others left unfinished is theirs to complete
    finished = {"version": made.version, "changed": _now().isoformat()}
    writing_still = before.writing if left else None
    writer.write(statement("load/finish"), [{**finished, "writing": writing_still, "unfinished": left}])


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


def _who() -> str:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return f"{user} on {platform.node()}, process {os.getpid()}"


