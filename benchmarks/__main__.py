"""`python -m benchmarks`: sizes and an engine come in, tables as in README.md go out."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from benchmarks import answer_pages, asking, engines, importing, loading, serving, suggesting
from benchmarks.generate import World
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.graph.embedded import EmbeddedGraph
from explorer.settings import Settings, from_environment

#: Nodes of a world that is loaded first and not counted; no more than are measured.
_WARM_UP = 5_000


def main() -> None:
    """Measure each size in turn, and print a table as soon as it is there."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--engine", choices=["embedded", "neo4j"], default="embedded")
    parser.add_argument("--nodes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=30, help="how often each question is asked")
    parser.add_argument("--wipe", action="store_true", help="allow the Neo4j of NEO4J_URI to be wiped")
    parser.add_argument("--suggest", action="store_true", help="measure what is offered while somebody types instead")
    parser.add_argument("--pages", action="store_true", help="measure the pages of answers instead")
    parser.add_argument("--serve", action="store_true", help="measure one and many clients of `explorer serve` instead")
    parser.add_argument("--import", dest="image", metavar="IMAGE", help="measure export and import instead")
    parser.add_argument(
        "--loaded",
        action="store_true",
        help="with --pages or --import: what is in EXPLORER_GRAPH, or with --pages in NEO4J_URI, of --nodes nodes",
    )
    options = parser.parse_args()
    if options.loaded and not (options.pages or options.image):
        parser.error("--loaded goes with --pages and --import")
    if options.engine == "neo4j" and not options.wipe and not options.loaded:
        parser.error("this wipes the Neo4j of NEO4J_URI: say --wipe if that is meant")
    print(f"{options.image or options.engine}, {_machine()}\n")
    if options.image:
        for nodes in options.nodes:
            _import(options.image, nodes, options.loaded)
        return
    if options.loaded:
        for nodes in options.nodes:
            _pages(_loaded(options.engine), nodes, options.rounds)
        return
    if not options.serve:  # a server that has just started is slow
        with tempfile.TemporaryDirectory() as folder:
            loading.measure(_engine(options.engine, Path(folder)), min(_WARM_UP, *options.nodes), Path(folder))
    for nodes in options.nodes:
        with tempfile.TemporaryDirectory() as folder:
            if options.suggest:
                _suggest(options.engine, nodes, Path(folder))
            elif options.serve:
                _serve(options.engine, nodes, options.rounds / 10, Path(folder))
            elif options.pages:
                engine = _engine(options.engine, Path(folder))
                loading.measure(engine, nodes, Path(folder))
                _pages(engine, nodes, options.rounds)
            else:
                _measure(options.engine, nodes, options.rounds, Path(folder))


def _engine(name: str, folder: Path) -> engines.Engine:
    return engines.embedded(folder / "graph") if name == "embedded" else engines.on_neo4j()


def _loaded(name: str) -> engines.Engine:
    graph = from_environment().graph
    return engines.embedded(graph.parent, graph) if name == "embedded" else engines.on_neo4j()


def _measure(name: str, nodes: int, rounds: int, folder: Path) -> None:
    engine = _engine(name, folder)
    loaded = loading.measure(engine, nodes, folder)
    print(f"## {nodes:,} nodes\n")
    print(f"loading {loaded.rows:,} rows: {loaded.ours:.1f} s, bare loop {loaded.bare:.1f} s, ", end="")
    print(f"ratio {loaded.bare / loaded.ours:.2f} (goal 0.80)\n", flush=True)
    graph = engine.graph()
    connection = Connection(graph, catalogue.load(None), Settings())
    _table("answer", asking.measure(engine, graph, connection, nodes, rounds))


def _pages(engine: engines.Engine, nodes: int, rounds: int) -> None:
    print(f"## Pages of {nodes:,} nodes\n")
    connection = Connection(engine.graph(), catalogue.load(None), Settings())
    _table("page", answer_pages.measure(engine, connection, nodes, rounds))


def _import(image: str, nodes: int, loaded: bool) -> None:
    """Seconds of each step, counts, and whether the import says the same as the ordinary load."""
    print(f"## {nodes:,} nodes\n")
    with tempfile.TemporaryDirectory() as folder:
        graph = EmbeddedGraph(from_environment().graph) if loaded else None
        done = importing.measure(image, nodes, Path(folder), graph)
    ratio = done.seconds["ordinary load"] / sum(done.seconds[step] for step in ("export", "import", "finish"))
    print(f"ordinary load / (export + import + finish) {ratio:.2f}")
    print(", ".join(f"{number:,} {name}" for name, number in done.counts.items()))
    print(f"{done.answers} answers and {len(done.counts)} counts, different: {done.different or 'none'}\n", flush=True)


def _table(what: str, measured: Iterable[asking.Asking]) -> None:
    print(f"| question | {what} p50 ms | bare p50 ms | ratio | {what} p95 ms | bare p95 ms | goal |")
    print("|---|---|---|---|---|---|---|")
    for each in measured:
        ratio = each.ours[0] / each.bare[0] if each.bare[0] else 0
        slow = f", {each.too_slow} of 5 over the time limit" if each.too_slow else ""
        print(
            f"| {each.question} | {each.ours[0]:.2f} | {each.bare[0]:.2f} | {ratio:.2f} | {each.ours[1]:.2f} "
            f"| {each.bare[1]:.2f} | {each.goal}{slow} |",
            flush=True,
        )
    print()


def _suggest(name: str, nodes: int, folder: Path) -> None:
    engine = _engine(name, folder)
    loading.measure(engine, nodes, folder)
    graph = engine.graph()
    actors = World(nodes).actors
    print(f"## {actors:,} actors among {nodes:,} nodes\n")
    print("| typed | letters | p50 ms | p95 ms | bare p50 ms | bare p95 ms | ratio of p50 | goal |")
    print("|---|---|---|---|---|---|---|---|")
    for each in suggesting.measure(engine, Connection(graph, catalogue.load(None), Settings()), actors):
        bare = f"{each.bare[0]:.1f} | {each.bare[1]:.1f} | {each.ours[0] / each.bare[0]:.2f}" if each.bare else "| |"
        print(
            f"| {each.typed} | {each.count} | {each.ours[0]:.1f} | {each.ours[1]:.1f} | {bare} | {each.goal} |",
            flush=True,
        )
    print()


def _serve(name: str, nodes: int, seconds: float, folder: Path) -> None:
    engine = _engine(name, folder)
    loading.measure(engine, nodes, folder)
    print(f"## {serving.CLIENTS} clients, {nodes:,} nodes\n")
    print(f"| pages a second | 1 client | {serving.CLIENTS} clients | ratio | made already | ratio |")
    print("|---|---|---|---|---|---|")
    for each in serving.measure(engine.graph(), nodes, seconds):
        print(f"| {each.page} | {each.one:.0f} | {each.many:.0f} | {each.many / each.one:.1f} | ", end="")
        print(f"{each.again:.0f} | {each.again / each.many:.0f} |", flush=True)
    print()


def _machine() -> str:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB of memory"


if __name__ == "__main__":
    main()
