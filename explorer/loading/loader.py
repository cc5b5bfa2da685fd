"""Paths and a graph come in, the graph then says what the files say; a Summary goes out."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from explorer.errors import GraphBusy
from explorer.graph.base import Graph, Progress
from explorer.loading.changes import Change
from explorer.loading.dataset_state import read_state
from explorer.loading.execution import execute, now
from explorer.loading.file_identity import Allowed
from explorer.loading.load_plan import plan
from explorer.loading.plan import COUNTED
from explorer.reading import input_files


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
    #: The entities that are new, changed or removed.
    entities: list[Change] = field(default_factory=list)

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
    replace: bool = False,
    keep_both: bool = False,
    text_root: Path | None = None,
    progress: Progress | None = None,
) -> Summary:
    """Make the graph say what the files say.

    With `replace` a file may take the place of another of its id, or of one that says largely the same, and may say
    much less than before; with `keep_both` it may stand beside one that says largely the same.

    Raises InputError with all faults of all files (nothing is written then), UsageError for a path that is neither a
    dossier nor a folder, GraphBusy where another writer holds the graph.
    """
    started = time.perf_counter()
    graph = graph.or_empty()
    allowed = Allowed(replace, keep_both)
    files, problems = input_files.read(paths, text_root)
    # Planned before the graph is opened for writing, so that faulty files leave no trace at all.
    made = plan(graph, files, problems, now(), allowed)
    if (made.steps or made.planned_on.writing or graph.recoverable()) and not dry_run:
        with graph.writing(whole=made.whole) as writer:
            if read_state(writer) != made.planned_on:  # somebody else has written meanwhile
                whole = made.whole
                made = plan(writer, files, problems, now(), allowed)
                if made.whole and not whole:
                    raise GraphBusy("Somebody else has written to the graph meanwhile: load the same again.")
            execute(writer, made, progress)
    counts = {name: made.counts[name] for name in COUNTED}
    seconds, notes = time.perf_counter() - started, made.notes.lines()
    return Summary(len(files), **counts, seconds=seconds, dry_run=dry_run, notes=notes, entities=made.entities)
