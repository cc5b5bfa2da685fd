"""`explorer serve` runs as a process of its own, and clients ask it for pages at once; pages a second go out."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from itertools import count

from benchmarks.generate import World
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph

CLIENTS = 50
#: Pages by what they are of: `actor` is always another one, so that each has to be made; `limit` is that, too.
PAGES = {
    "page of an actor": "/actors/actor-{actor}",
    "answer": "/questions/meetings-involving?actor=actor-{actor}&limit={limit}",
    "answer as JSON": "/questions/meetings-involving.json?actor=actor-{actor}&limit={limit}",
    "network": "/questions/neighbourhood?actor=actor-{actor}&limit={limit}&view=network",
}


@dataclass(frozen=True)
class Serving:
    """Pages a second that are made for one client and for many, and that many get of a page that is made already."""

    page: str
    one: float
    many: float
    again: float


def measure(graph: Graph, nodes: int, seconds: float) -> Iterator[Serving]:
    """Each kind of page, for so many seconds each time."""
    actors = World(nodes).actors
    with _served(graph) as address:
        for page, pattern in PAGES.items():
            numbers = count(1)

            def fresh(pattern: str = pattern, numbers: Iterator[int] = numbers) -> str:
                number = next(numbers)
                return pattern.format(actor=number % actors, limit=101 + number // actors)

            one, many = (_rate(address, clients, seconds, fresh) for clients in (1, CLIENTS))
            yield Serving(page, one, many, _rate(address, CLIENTS, seconds, lambda: pattern.format(actor=1, limit=99)))  # noqa: B023


def _rate(address: str, clients: int, seconds: float, path: Callable[[], str]) -> float:
    """Pages a second that so many clients get."""
    got = count()
    until = time.perf_counter() + seconds

    def ask() -> None:
        connection = HTTPConnection(address, timeout=120)
        while time.perf_counter() < until:
            connection.request("GET", path())
            answer = connection.getresponse()
            assert answer.read() is not None and answer.status == 200, answer.status
            next(got)
        connection.close()

    began = time.perf_counter()
    threads = [threading.Thread(target=ask) for _ in range(clients)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return next(got) / (time.perf_counter() - began)


@contextmanager
def _served(graph: Graph) -> Iterator[str]:
    named = ["--graph", graph.place] if isinstance(graph, EmbeddedGraph) else []
    command = [sys.executable, "-m", "explorer", *named, "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield next(found[1] for line in process.stdout if (found := re.search(r"http://(\S+)", line)))
        finally:
            process.terminate()
