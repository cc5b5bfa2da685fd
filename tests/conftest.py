"""Fixtures. Every graph is a real one: an embedded graph in a temporary file, or a Neo4j in a container.

`graph` gives an empty one, and its tests run once on each engine; `sample` is an embedded graph with the project's
sample, shared and never written; `both` holds the sample on both engines, to compare them.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import fields
from pathlib import Path

import pytest
from browsing import Watched, chromium
from engines import SERVERS, Neo4jServer, Unavailable, do_without, neo4j_server
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

WIPE = Statement("wipe", "UNWIND $rows AS row MATCH (n) DETACH DELETE n")


@pytest.fixture(autouse=True)
def _no_graph_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whatever a test forgets to name, it never touches a graph of the person who runs it."""
    for variable in (each.metadata["env"] for each in fields(Settings)):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("EXPLORER_GRAPH", str(tmp_path / "default.kgl"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests of one version of Neo4j behind those of the other: a small machine cannot hold both servers."""
    items.sort(key=lambda item: next((place for place, name in enumerate(SERVERS) if name in item.nodeid), 0))


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
