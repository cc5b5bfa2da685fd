"""How many statements a page sends to the graph: counted at Graph.read, on the sample in an embedded graph."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from explorer.connection import Connection
from explorer.graph.base import Graph, Result
from explorer.statements import Statement
from explorer.web import create_app

MEETING = "2022-01-21-blinken-lavrov"
CLAIM = "2022-01-21-lavrov-denial"
#: The most statements that each page may send.
PAGES = {
    "/actors/lavrov": 10,
    f"/meetings/{MEETING}": 11,
    f"/claims/{CLAIM}": 6,
    "/sources/geneva-notes": 6,
    "/places/geneva": 4,
    "/topics/security-guarantees": 4,
    "/compare?actor=lavrov&other=blinken": 8,
    "/questions/meetings-involving?actor=lavrov": 2,
    f"/evidence?about=meeting:{MEETING}": 4,
    "/ask?q=meetings+involving+Lavrov": 1,
}


class Recording:
    """A graph that passes everything on to another one, and notes what is read of it and how often its state is."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.sent: list[tuple[str, str]] = []
        self.states = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._graph, name)

    def read(self, statement: Statement, parameters: Mapping[str, Any] | None = None, **more: Any) -> Result:
        self.sent.append((statement.name, json.dumps(parameters or {}, sort_keys=True, default=str)))
        return self._graph.read(statement, parameters, **more)

    def state(self) -> tuple[str | None, str | None]:
        self.states += 1
        return self._graph.state()

    @property
    def names(self) -> Counter[str]:
        return Counter(name for name, _ in self.sent)


@pytest.fixture
def recording(sample: Connection) -> Recording:
    """The graph with the sample, with its reads noted."""
    return Recording(sample.graph)


def get(recording: Recording, sample: Connection, *addresses: str) -> list[Counter[str]]:
    """What each of these addresses makes one app send."""
    client = create_app(Connection(recording, sample.catalogue, sample.settings)).test_client()
    found = []
    for address in addresses:
        recording.sent.clear()
        recording.states = 0
        assert client.get(address).status_code in (200, 302), address
        assert recording.states == 1, f"the version of the data is read once for {address}"
        found.append(recording.names)
        print(f"{recording.names.total():4} {address}: {dict(recording.names)}")  # seen with pytest -s
    return found


@pytest.mark.parametrize("address", PAGES)
def test_a_page_sends_few_statements_and_none_twice(recording: Recording, sample: Connection, address: str) -> None:
    (sent,) = get(recording, sample, address)
    assert sent.total() <= PAGES[address], sent
    repeated = [each for each, times in Counter(recording.sent).items() if times > 1]
    assert repeated == []


def test_start_pages_send_few_statements_until_all_examples_are_found_and_then_none(
    recording: Recording, sample: Connection
) -> None:
    totals = [sent.total() for sent in get(recording, sample, *["/"] * 6)]
    assert max(totals) <= 20 and totals[-1] == 0, totals
