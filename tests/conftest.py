"""Fixtures. Every graph is a real one: an embedded graph in a temporary file, or a Neo4j in a container.

`graph` gives an empty one, and its tests run once on each engine. Tests that only read share graphs that are loaded
once: `sample` is a connection to an embedded one with the project's sample, `sample_graph` is the sample once on each
engine, `sample_on_neo4j` on each server, and `holding` and `filled` give graphs with other files.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path

import pytest
from browsing import Watched, chromium
from engines import SERVERS, Neo4jServer, Unavailable, do_without, in_ci, neo4j_server
from graph_dump import content
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, Page
from served import serving

import explorer
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.statements import Statement

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "sample" / "talks" / "diplomacy-2021-2022.yaml"
TABLE = ROOT / "sample" / "table"
#: Real dossiers that stand beside a checkout where there are any.
DOSSIERS = sorted((ROOT.parent / "shared" / "data" / "dossiers").glob("*.yaml"))

#: An external server for the tests is read here, before each test forgets the variables of the person who runs it.
SERVER = {name: value for name, value in os.environ.items() if name.startswith("NEO4J_")}

#: What a test of any engine runs on.
ENGINES = ("embedded", *SERVERS)

# A machine that has much to do is no fault of a test. In CI, Hypothesis' own profile for it: always the same examples,
# and none kept in a database.
hypothesis_settings.register_profile("here", deadline=None)
hypothesis_settings.load_profile("ci" if in_ci() else "here")

WIPE = Statement("wipe", "UNWIND $rows AS row MATCH (n) DETACH DELETE n")


@pytest.fixture(autouse=True)
def _no_graph_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever a test forgets to name, it never touches a graph of the person who runs it."""
    for variable in (each.metadata["env"] for each in fields(Settings)):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("EXPLORER_GRAPH", str(tmp_path / "default.kgl"))


def _server(item: pytest.Item) -> str | None:
    """The server of SERVERS that a test runs on."""
    if item.get_closest_marker("own_neo4j"):
        return None
    called = getattr(item, "callspec", None)
    params = list(called.params.values()) if called else []
    for name in SERVERS:
        if name in params:
            return name
    without = "embedded" in params or "servers" not in getattr(item, "fixturenames", ())
    return None if without else SERVERS[0]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Say which tests run one after the other where there are two workers: see `make test`.

    All those of one version of Neo4j do, so that each version is started once and each has a worker; of the others
    those of one module, since they share what is set up for them.
    """
    item.add_marker(pytest.mark.xdist_group(_server(item) or item.path.stem))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the tests of servers first, since they take longest: one version after the other, those that only read first."""

    def place(item: pytest.Item) -> tuple[int, bool]:
        if server := _server(item):
            return SERVERS.index(server) - len(SERVERS), "holding" not in getattr(item, "fixturenames", ())
        return int(not item.get_closest_marker("own_neo4j")), True

    items.sort(key=place)
    if config.getoption("loadgroup", False) and items:
        assert "@" in items[0].nodeid, "the workers would mix the groups: pytest-xdist does not fit this pytest"


@pytest.fixture(scope="session")
def servers() -> Iterator[Callable[[str], Neo4jServer]]:
    """Starts a server of SERVERS when it is first asked for. It ends when the next one is, or with the tests."""
    started: dict[str, Neo4jServer | Unavailable] = {}
    with ExitStack() as open_ones:

        def server(name: str) -> Neo4jServer:
            if name not in started:
                open_ones.close()
                started.clear()
                with pytest.MonkeyPatch.context() as patched:
                    for variable, value in SERVER.items():
                        patched.setenv(variable, value)
                    try:
                        started[name] = open_ones.enter_context(neo4j_server(name))
                    except Unavailable as lack:
                        started[name] = lack
            found = started[name]
            if isinstance(found, Unavailable):
                do_without(found)
            return found

        yield server


@pytest.fixture(scope="session")
def bolts() -> Iterator[Callable[[Neo4jServer], BoltGraph]]:
    """Gives the graph on a server, as the last test left it."""
    graphs: dict[str, BoltGraph] = {}

    def bolt(server: Neo4jServer) -> BoltGraph:
        if server.uri not in graphs:
            graphs[server.uri] = BoltGraph(server.uri, server.username, server.password, server.database)
        return graphs[server.uri]

    yield bolt
    for graph in graphs.values():
        graph.close()


@pytest.fixture(scope="session", params=SERVERS)
def neo4j(request: pytest.FixtureRequest, servers: Callable[[str], Neo4jServer]) -> Neo4jServer:
    """A Neo4j server that tests may wipe, once in each version."""
    return servers(request.param)


@pytest.fixture(scope="session")
def bolt(neo4j: Neo4jServer, bolts: Callable[[Neo4jServer], BoltGraph]) -> BoltGraph:
    """The graph on that server."""
    return bolts(neo4j)


def wipe(graph: Graph) -> None:
    """Delete all that the graph holds."""
    with graph.writing() as writer:
        writer.write(WIPE, [{}])


#: By a graph on a server, and files: that graph with these files, not to be written.
Holding = Callable[[BoltGraph, Sequence[Path]], BoltGraph]


@pytest.fixture(scope="session")
def holding() -> Holding:
    """Gives a graph on a server that holds these files and nothing else, for tests that only read it.

    They are loaded where the graph holds anything else: whatever a test wrote, and by whatever way, it is noticed.
    """
    left: dict[str, object] = {}

    def hold(graph: BoltGraph, paths: Sequence[Path]) -> BoltGraph:
        if left.get(graph.place) != (list(paths), content(graph)):
            wipe(graph)
            load(graph, paths)
            left[graph.place] = (list(paths), content(graph))
        return graph

    return hold


#: By the name of an engine, and files: a graph that holds these files, not to be written.
Filled = Callable[[str, Sequence[Path]], Graph]


@pytest.fixture(scope="session")
def filled(
    servers: Callable[[str], Neo4jServer],
    bolts: Callable[[Neo4jServer], BoltGraph],
    holding: Holding,
    tmp_path_factory: pytest.TempPathFactory,
) -> Filled:
    """Gives a graph with these files on one of ENGINES, for tests that only read it."""
    kept: dict[tuple[Path, ...], Path] = {}

    def fill(engine: str, paths: Sequence[Path]) -> Graph:
        if engine != "embedded":
            return holding(bolts(servers(engine)), paths)
        if tuple(paths) not in kept:
            kept[tuple(paths)] = tmp_path_factory.mktemp("filled") / "graph.kgl"
            load(EmbeddedGraph(kept[tuple(paths)]), paths)
        return EmbeddedGraph(kept[tuple(paths)])

    return fill


@pytest.fixture(params=ENGINES)
def sample_graph(request: pytest.FixtureRequest, filled: Filled) -> Graph:
    """The sample, once on each engine; not to be written."""
    return filled(request.param, [SAMPLE, TABLE])


@pytest.fixture
def sample_on_neo4j(bolt: BoltGraph, holding: Holding) -> BoltGraph:
    """The sample, once on each server; not to be written."""
    return holding(bolt, [SAMPLE, TABLE])


#: By the name of an engine, and a folder for its file: an empty graph, and the variables that lead to it.
Emptied = Callable[[str, Path], tuple[Graph, dict[str, str]]]


@pytest.fixture(scope="session")
def emptied(servers: Callable[[str], Neo4jServer], bolts: Callable[[Neo4jServer], BoltGraph]) -> Emptied:
    """Makes an empty graph on one of ENGINES."""

    def make(engine: str, folder: Path) -> tuple[Graph, dict[str, str]]:
        if engine == "embedded":
            path = folder / "test.kgl"
            return EmbeddedGraph(path, missing_ok=True), {"NEO4J_URI": "", "EXPLORER_GRAPH": str(path)}
        server = servers(engine)
        wipe(bolts(server))
        return bolts(server), server.environment()

    return make


@pytest.fixture(params=ENGINES)
def graph(request: pytest.FixtureRequest, tmp_path: Path, emptied: Emptied) -> Graph:
    """An empty graph, once on each engine."""
    return emptied(request.param, tmp_path)[0]


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an embedded graph with the sample; not to be written."""
    path = tmp_path_factory.mktemp("sample") / "sample.kgl"
    load(EmbeddedGraph(path), [SAMPLE, TABLE])
    return path


@pytest.fixture(scope="session")
def sample(sample_file: Path) -> Iterator[Connection]:
    """A connection to an embedded graph with the sample; not to be written."""
    with explorer.connect(sample_file) as connection:
        yield connection


@pytest.fixture(scope="session")
def address(sample_file: Path) -> Iterator[str]:
    """Where a server shows the sample."""
    with serving(sample_file, "--port", "0") as served:
        yield served.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser of this machine, headless."""
    try:
        with chromium() as opened:
            yield opened
    except Unavailable as lack:
        do_without(lack)


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    """A tab on the sample, once with JavaScript and once without; nothing may go wrong in it."""
    context = browser.new_context(base_url=address, java_script_enabled=request.param == "with JavaScript")
    tab = Watched(context, address)
    yield tab.page
    context.close()
    assert tab.faults == []


@pytest.fixture
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """A tab on the sample with JavaScript; nothing may go wrong in it."""
    context = browser.new_context(base_url=address)
    tab = Watched(context, address)
    yield tab.page
    context.close()
    assert tab.faults == []
