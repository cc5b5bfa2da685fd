"""A server that takes connections and says nothing, or falls silent: nobody waits for it long, and it may come back."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from engines import Neo4jServer

from explorer import py2neo
from explorer.errors import GraphUnreachable
from explorer.graph import bolt
from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.settings import Settings
from explorer.statements import Statement

_ONE = Statement("one", "RETURN 1 AS one")


class Relay:
    """Passes on what comes in at `port` to a server and back, unless it is `silent`."""

    def __init__(self, server: tuple[str, int]) -> None:
        self._server = server
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._open = [self._listening]
        self._passing = threading.Event()
        self._passing.set()
        self.port = self._listening.getsockname()[1]
        threading.Thread(target=self._take, daemon=True).start()

    def silent(self, silent: bool) -> None:
        """Pass on nothing more, or again."""
        self._passing.clear() if silent else self._passing.set()

    def close(self) -> None:
        """End it, and all connections."""
        self._passing.set()
        for each in self._open:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                ends = [self._listening.accept()[0], socket.create_connection(self._server)]
                self._open += ends
                for one, other in (ends, ends[::-1]):
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                self._passing.wait()
                other.sendall(data)
            other.shutdown(socket.SHUT_WR)


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is, only sooner."""
    monkeypatch.setattr(bolt, "_ANSWERED", 1)
    monkeypatch.setattr(bolt, "_UNUSED", 0)


@pytest.fixture
def listener() -> Iterator[str]:
    """The address without its scheme of what takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield "127.0.0.1:{1}".format(*listening.getsockname())


def _driver(uri: str) -> Graph:
    return BoltGraph(uri, "neo4j", "secret", None)


def _py2neo(uri: str) -> Graph:
    return py2neo.connect(Settings(neo4j_uri=uri, neo4j_username="neo4j", neo4j_password="secret")).graph


@pytest.mark.parametrize("scheme", ["bolt", "neo4j", "bolt+ssc"])
@pytest.mark.parametrize("made", [_driver, _py2neo])
def test_nobody_waits_for_what_says_nothing(made: Callable[[str], Graph], scheme: str, listener: str) -> None:
    graph = made(f"{scheme}://{listener}")
    with pytest.raises(GraphUnreachable, match="is it running, and is NEO4J_URI right"):
        graph.read(_ONE)
    graph.close()


def test_a_server_that_falls_silent_is_told_of_and_asked_again(neo4j: Neo4jServer) -> None:
    host, _, port = neo4j.uri.partition("://")[2].partition(":")
    relay = Relay((host, int(port)))
    graph = BoltGraph(f"bolt://127.0.0.1:{relay.port}", neo4j.username, neo4j.password, neo4j.database)
    assert graph.read(_ONE).rows == [{"one": 1}]
    relay.silent(True)
    with pytest.raises(GraphUnreachable, match="is it running"):
        graph.read(_ONE)
    relay.silent(False)
    assert graph.read(_ONE).rows == [{"one": 1}]
    graph.close()
    relay.close()
