"""A world goes into a Neo4j the ordinary way, and by export and import; seconds, and whether both agree, come out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks import asking, containers
from benchmarks.generate import World
from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.errors import TooSlow
from explorer.exporting.exporter import export
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.execution import execute
from explorer.loading.file_identity import Allowed
from explorer.loading.load_plan import plan
from explorer.settings import Settings
from explorer.statements import Statement

#: Questions of many kinds; each is asked for a hub, for something in between and for something little known.
QUESTIONS = (
    "meetings-involving", "meetings-between", "meetings-in", "who-met", "claims-by", "claims-about", "offices-of",
    "path-between", "sources-of-meeting", "what-a-source-says",
)  # fmt: skip
_ASKED = (0, 2, 4)
_COUNTS = (
    Statement("labels", "MATCH (n) UNWIND labels(n) AS name RETURN name, count(*) AS number ORDER BY name"),
    Statement("types", "MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS number ORDER BY name"),
)


@dataclass
class Importing:
    """Seconds of each step by its name, counts of the import by label and type, and what does not agree."""

    seconds: dict[str, float] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    answers: int = 0
    different: list[str] = field(default_factory=list)

    @contextmanager
    def timed(self, step: str) -> Iterator[None]:
        """Add the time of the block."""
        began = time.perf_counter()
        yield
        self.took(step, time.perf_counter() - began)

    def took(self, step: str, seconds: float) -> None:
        """Keep the time of a step, and show it at once: a large world takes a while."""
        self.seconds[step] = seconds
        print(f"{step} {seconds:.1f} s", flush=True)


def measure(image: str, nodes: int, folder: Path, loaded: EmbeddedGraph | None) -> Importing:
    """Load, ask, and the other way the same. `loaded` is an embedded graph that holds this world already."""
    measured = Importing()
    embedded = loaded or EmbeddedGraph(folder / "graph.kgl")
    if loaded is None:
        measured.took("embedded load", _load(embedded, nodes))
    with measured.timed("export"):
        done = export(embedded, folder / "files")
    if embedded is not loaded:
        embedded.close()  # its memory is wanted
    assert not done.left_out
    with containers.volume() as volume:
        with measured.timed("import"):
            containers.import_into(image, volume, folder / "files")
        with containers.server(image, volume) as graph:
            with measured.timed("finish"):
                containers.finish(graph, folder / "files")
            measured.counts, answers = _said(graph, nodes)
    with containers.volume() as volume, containers.server(image, volume) as graph:
        measured.took("ordinary load", _load(graph, nodes))
        counts, expected = _said(graph, nodes)
    measured.answers = len(answers)
    measured.different = [name for name in expected if answers.get(name) != expected[name]]
    measured.different += [name for name, _ in counts.items() ^ measured.counts.items()]
    return measured


def _load(graph: Graph, nodes: int) -> float:
    """Seconds of planning and writing the world, piece by piece; making it is not counted."""
    aside = 0.0
    began = time.perf_counter()
    with graph.writing() as writer:
        pieces = World(nodes).pieces()
        while True:
            paused = time.perf_counter()
            piece = next(pieces, None)
            aside += time.perf_counter() - paused
            if piece is None:
                break
            execute(writer, plan(writer, [piece], [], datetime.now(UTC), Allowed()))
    return time.perf_counter() - began - aside


def _said(graph: Graph, nodes: int) -> tuple[dict[str, int], dict[str, Any]]:
    """Counts, and the answers with their dataset version, of the graph."""
    counts = {row["name"]: row["number"] for each in _COUNTS for row in graph.read(each).rows}
    connection = Connection(graph, catalogue.load(None), Settings(timeout=120))
    answers = {}
    for name in QUESTIONS:
        for number in _ASKED:
            values = asking.values_for(connection.catalogue[name], World(nodes), number)
            answer = _answer(connection, name, values)
            answers[f"{name} {values}"] = (answer.rows, answer.truncated, answer.dataset)
    return counts, answers


def _answer(connection: Connection, name: str, values: dict[str, Any]) -> Answer:
    """The answer; a server that has just started may be too slow at first."""
    for _ in range(5):
        with suppress(TooSlow):
            answer = connection.run(name, values)
            assert isinstance(answer, Answer)
            return answer
    raise TooSlow(f"'{name}' {values} did not finish in five attempts")
