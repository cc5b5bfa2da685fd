"""An answer of a Neo4j never has a version that it was not read from, and the version is read once a request."""

from __future__ import annotations

import logging
import re
from typing import Any

import pytest
from conftest import SAMPLE, TABLE, wipe
from engines import Neo4jServer

from explorer.answers.answer import Answer
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph import bolt as bolt_module
from explorer.graph.base import Result
from explorer.graph.bolt import BoltGraph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.web import create_app


@pytest.fixture
def connection(bolt: BoltGraph) -> Connection:
    """The sample without its tables."""
    wipe(bolt)
    load(bolt, [SAMPLE])
    return Connection(bolt, load_catalogue(), Settings())


def meetings(connection: Connection) -> Answer:
    answer = connection.run("meetings-during", since="1900", until="2100", limit=1000)
    assert isinstance(answer, Answer)
    return answer


@pytest.mark.parametrize(("known", "reads"), [(True, 1), (False, 1), (False, 2)])
def test_an_answer_has_the_version_of_its_rows_whenever_the_data_change(
    connection: Connection, neo4j: Neo4jServer, monkeypatch: pytest.MonkeyPatch, known: bool, reads: int
) -> None:
    """The data change before the rows are read, or between these and the version, as another process would do it."""
    if known:
        connection.graph.state()
    other = BoltGraph(neo4j.uri, neo4j.username, neo4j.password, neo4j.database)
    before = {len(meetings(Connection(other, connection.catalogue, Settings()))): other.dataset()}
    read, done = bolt_module._read, []

    def interrupted(*arguments: Any) -> Result:
        if len(done) == reads - 1:
            done.append("load")
            load(other, [TABLE])
        done.append("read")
        return read(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(bolt_module, "_read", interrupted)
        answer = meetings(connection)
    after = {len(meetings(connection)): other.dataset()}
    other.close()
    assert "load" in done and before.keys().isdisjoint(after)
    assert answer.dataset == (before | after)[len(answer)]


def test_the_version_is_read_once_a_request(connection: Connection, caplog: pytest.LogCaptureFixture) -> None:
    client = create_app(connection).test_client()
    client.get("/actors/lavrov")
    with caplog.at_level(logging.DEBUG, logger="neo4j"):
        caplog.clear()
        assert client.get("/actors/lavrov").status_code == 200
    sent = re.findall(r"'question': '([^']*)'", caplog.text)
    assert sent.count("status/dataset") == 1 and sent.count("queries/who-met") == 1, sent
