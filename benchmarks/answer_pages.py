"""The page of an answer is asked for, and its bare statement, in turn; times in milliseconds go out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urlencode

from flask.testing import FlaskClient

from benchmarks.asking import Asking, percentiles, values_for
from benchmarks.engines import Engine, Send
from benchmarks.generate import World
from explorer.asking import parameters
from explorer.asking.answers import Choices
from explorer.asking.query_file import QueryFile
from explorer.connection import Connection
from explorer.web import create_app, links

#: An answer page may take so many times its bare statement, and so many milliseconds more.
FACTOR, EXTRA = 1.5, 10.0
_SECONDS = 10.0


def measure(engine: Engine, connection: Connection, nodes: int, rounds: int) -> Iterator[Asking]:
    """Every question of the catalogue as a page, with hubs and with little known names."""
    client = create_app(connection).test_client()
    with engine.reading() as send:
        for question in connection.catalogue.values():
            yield _measure(connection, client, send, question, World(nodes), rounds)


def _measure(
    connection: Connection, client: FlaskClient, send: Send, question: QueryFile, world: World, rounds: int
) -> Asking:
    pages: list[float] = []
    bare: list[float] = []
    too_slow: set[int] = set()
    until = time.perf_counter() + _SECONDS
    for number in range(rounds + 2):
        which = number % 5
        if number >= 7 and time.perf_counter() > until:
            break
        if which in too_slow:
            continue
        values = values_for(question, world, which)
        understood = parameters.understand(connection.graph, question, values, connection.settings.max_rows)
        assert not isinstance(understood, Choices)
        # As the address has them, so that no redirect is counted.
        address = f"/questions/{question.name}?{urlencode(links.values(question, understood.shown))}"
        began = time.perf_counter()
        response = client.get(address)
        between = time.perf_counter()
        if response.status_code == 504:
            too_slow.add(which)
            continue
        assert response.status_code == 200, (address, response.status_code)
        send(question.cypher, {**understood.values, "limit": understood.values["limit"] + 1})
        if number >= 2:  # the first are to warm up
            pages.append((between - began) * 1000)
            bare.append((time.perf_counter() - between) * 1000)
    return Asking(question.name, percentiles(pages), percentiles(bare), len(too_slow), FACTOR, EXTRA)
