"""The page of an answer is asked for, and its bare statement, in turn; times in milliseconds go out."""

from __future__ import annotations

import time
from collections.abc import Iterator
from urllib.parse import urlencode

from flask.testing import FlaskClient

from benchmarks.asking import Asking, percentiles, values_for
from benchmarks.engines import Engine, Send
from benchmarks.generate import World
from explorer.answers.answer import Choices
from explorer.asking import parameters
from explorer.catalogue.query_file import QueryFile
from explorer.connection import Connection
from explorer.web import create_app, links, view_modes

#: An answer page may take so many times its bare statement, and so many milliseconds more.
FACTOR, EXTRA = 1.5, 10.0
#: Questions whose pictures are measured too; the bare statement is that of the answer alone.
_DRAWN = ("meetings-involving", "meetings-between", "claims-by", "who-met")
_SECONDS = 10.0
#: Sets of parameters, and how often the first are asked before anything is measured.
_SETS, _WARM_UP = 5, 2


def measure(engine: Engine, connection: Connection, nodes: int, rounds: int) -> Iterator[Asking]:
    """Every question as a table, with hubs and with little known names; then some as pictures."""
    client = create_app(connection).test_client()
    asked = [(question, view_modes.TABLE) for question in connection.catalogue.values()]
    pictures = (view_modes.NETWORK, view_modes.TIMELINE)
    drawn = [(connection.catalogue[name], view) for name in _DRAWN for view in pictures]
    with engine.reading() as send:
        for question, view in asked + drawn:
            if view in view_modes.possible(question.columns):
                yield _measure(connection, client, send, question, view, World(nodes), rounds)


def _measure(
    connection: Connection,
    client: FlaskClient,
    send: Send,
    question: QueryFile,
    view: str,
    world: World,
    rounds: int,
) -> Asking:
    pages: list[float] = []
    bare: list[float] = []
    too_slow: set[int] = set()
    until = time.perf_counter() + _SECONDS
    for number in range(rounds + _WARM_UP):
        which = number % _SETS
        if number >= _SETS + _WARM_UP and time.perf_counter() > until:
            break
        if which in too_slow:
            continue
        address, sent = _asked(connection, question, view, world, which)
        began = time.perf_counter()
        response = client.get(address)
        between = time.perf_counter()
        if response.status_code == 504:
            too_slow.add(which)
            continue
        assert response.status_code == 200, (address, response.status_code)
        send(question.cypher, sent)
        if number >= _WARM_UP:
            pages.append((between - began) * 1000)
            bare.append((time.perf_counter() - between) * 1000)
    title = question.name if view == view_modes.TABLE else f"{question.name} ({view})"
    return Asking(title, percentiles(pages), percentiles(bare), len(too_slow), FACTOR, EXTRA)


def _asked(
    connection: Connection, question: QueryFile, view: str, world: World, which: int
) -> tuple[str, dict[str, object]]:
    """The permanent address of an answer, so that no redirect is counted, and what its statement is sent with."""
    values = values_for(question, world, which)
    understood = parameters.understand(connection.graph, question, values, connection.settings.max_rows)
    assert not isinstance(understood, Choices)
    said = {**links.values(question, understood.shown), "view": view}
    sent = {**understood.values, "limit": understood.values["limit"] + 1}
    return f"/questions/{question.name}?{urlencode(said)}", sent
