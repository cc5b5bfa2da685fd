"""A graph and a folder come in; the folder then holds the whole graph for Neo4j's import tool; an Export goes out."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from explorer import model
from explorer.errors import GraphError, UsageError
from explorer.exporting import instructions
from explorer.exporting.csv_file import CsvFile
from explorer.exporting.tables import Nodes, tables
from explorer.graph.base import BATCH, Graph, Progress
from explorer.statements import statement

#: Nodes read at a time, so that memory does not grow with the graph, by main label: fewer of what carries texts.
_PAGE = {kind.label: 250 for kind in model.KINDS if any(field.type == "file" for field in kind.fields)}
_EMPTY = "There is nothing to export: the graph {place} is empty. Load something first with `explorer load PATH`."
_CHANGED = "The graph {place} was changed while it was exported, so nothing was kept. Export it again."
_NOT_EMPTY = "{folder} is not an empty folder: name one that is new or empty, or move away what is there."
_NO_PLACE = "The files cannot be written to {folder}: {why}. See that there is room and that you may write there."


@dataclass(frozen=True)
class Export:
    """What was written. `left_out` counts the nodes and relationships of the graph that are not the program's."""

    folder: Path
    dataset: str
    nodes: int
    relationships: int
    left_out: int
    bytes: int
    seconds: float

    def __str__(self) -> str:
        held = f"{self.nodes:,} nodes and {self.relationships:,} relationships, dataset {self.dataset}"
        return f"{held}; {self.bytes / 1e6:,.1f} MB, {self.seconds:.1f} seconds"


def export(graph: Graph, folder: Path, progress: Progress | None = None) -> Export:
    """Write all that the graph holds. The folder is there when all is written, else it is as it was before.

    Raises UsageError for a folder that is not empty or cannot be written, GraphError for a graph that is empty, that
    has an unfinished load, or that is changed meanwhile.
    """
    started = time.perf_counter()
    dataset, notice = before = graph.state()
    if notice:
        raise GraphError(f"{notice}\nNothing was exported.")
    if not dataset:
        raise GraphError(_EMPTY.format(place=graph.place))
    counts = graph.read(statement("export/counts")).rows[0]
    size = counts["nodes"] + counts["relationships"]
    with _appearing(folder) as unfinished:
        writer = _Writer(graph, unfinished, lambda done: progress(done, size) if progress else None)
        for each in tables():
            writer.write(each)
        if graph.state() != before:
            raise GraphError(_CHANGED.format(place=graph.place))
        instructions.write(unfinished, dataset, writer.files)
        written = sum(path.stat().st_size for path in unfinished.rglob("*.csv"))
    nodes = sum(file.rows for file in writer.files if file.table.of_nodes)
    seconds = time.perf_counter() - started
    return Export(folder, dataset, nodes, writer.done - nodes, size - writer.done, written, seconds)


class _Writer:
    """Writes the nodes of one main label after those of another, each with the relationships that begin there."""

    def __init__(self, graph: Graph, folder: Path, progress: Callable[[int], None]) -> None:
        #: Those that have rows.
        self.files: list[CsvFile] = []
        #: Rows of all files.
        self.done = 0
        self._graph = graph
        self._folder = folder
        self._progress = progress

    def write(self, wanted: Nodes) -> None:
        """Page through the nodes of one main label."""
        with ExitStack() as opened:
            files = [
                opened.enter_context(CsvFile(table, self._folder)) for table in (wanted.nodes, *wanted.relations)
            ]
            ids, size = [row["id"] for row in self._graph.read(wanted.ids).rows], _PAGE.get(wanted.label, BATCH)
            for start in range(0, len(ids), size):
                for file in files:
                    self._copy(file, ids[start : start + size])
                self._progress(self.done)
        self.files += [file for file in files if file.rows]

    def _copy(self, file: CsvFile, ids: list[str]) -> None:
        """Read and write the rows of some nodes."""
        result = self._graph.read(file.table.statement, {"ids": ids})
        file.add(result)
        self.done += len(result.rows)


@contextmanager
def _appearing(folder: Path) -> Iterator[Path]:
    """A folder to write in, which becomes `folder` when all went well and is gone else."""
    folder = folder.resolve()
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(_NOT_EMPTY.format(folder=folder))
        there = folder.exists()  # perhaps as a mounted one, or with rights of its own: it stays what it is
        within = folder if there else folder.parent
        within.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", suffix=".unfinished", dir=within))
        try:
            yield unfinished
            _let_others_read(unfinished)
            if there:
                for each in list(unfinished.iterdir()):
                    each.rename(folder / each.name)
            else:
                unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise UsageError(_NO_PLACE.format(folder=folder, why=error.strerror or error)) from error


def _let_others_read(folder: Path) -> None:
    """The server that is to read the files mostly runs as somebody else."""
    for each in (folder, *folder.rglob("*")):
        each.chmod(0o755 if each.is_dir() else 0o644)
