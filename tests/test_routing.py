"""A `neo4j://` address goes through the driver's routing: reads to readers, writes to the writer, none behind another.

A single server's routing table names that server for both. So what is looked at is what the driver says in its own
log: for which kind of server each piece of work is, and what is sent there.
"""

from __future__ import annotations

import ast
import logging
import re
from collections.abc import Iterator

import pytest
from conftest import SAMPLE, TABLE, wipe
from engines import Neo4jServer

from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.errors import GraphError
from explorer.graph.bolt import BoltGraph
from explorer.settings import Settings
from explorer.statements import Statement

_ASKED = [("meetings-involving", {"actor": "lavrov"}), ("claims-by", {"actor": "lavrov"}), ("disputed-claims", {})]


class DriverLog(logging.Handler):
    """What the driver does, line by line, as it says itself."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line."""
        self.lines.append(record.getMessage())

    def found(self, pattern: str) -> list[str]:
        """What the group of the pattern holds in each line that has it."""
        return [match[1] for line in self.lines if (match := re.search(pattern, line, re.DOTALL))]

    def begun(self) -> list[dict[str, str | list[str]]]:
        """What was sent with the begin of each transaction, or with the only statement of one."""
        return [ast.literal_eval(each) for each in self.found(r" C: (?:BEGIN|RUN .*) (\{[^{]*'tx_metadata'.*\})$")]


@pytest.fixture
def log() -> Iterator[DriverLog]:
    """The driver's log; not shown where a test fails, since it is long."""
    driver, kept = logging.getLogger("neo4j"), DriverLog()
    level, driver.propagate = driver.level, False
    driver.addHandler(kept)
    driver.setLevel(logging.DEBUG)
    yield kept
    driver.setLevel(level)
    driver.removeHandler(kept)
    driver.propagate = True


@pytest.fixture
def routed(neo4j: Neo4jServer, log: DriverLog) -> Iterator[Connection]:
    """An empty graph on a server, by an address that asks it for its routing table."""
    graph = BoltGraph(re.sub("^bolt", "neo4j", neo4j.uri), neo4j.username, neo4j.password, neo4j.database)
    wipe(graph)
    with Connection(graph, catalogue.load(None), Settings()) as connection:
        yield connection


def test_loading_asking_and_retracting(routed: Connection, sample: Connection) -> None:
    assert routed.load([SAMPLE, TABLE]).new > 0
    for name, given in _ASKED:
        one, two = routed.run(name, given), sample.run(name, given)
        assert isinstance(one, Answer) and isinstance(two, Answer)
        assert one.rows == two.rows != []
    before = routed.status().counts["sources"]
    routed.retract("geneva-notes")
    assert routed.status().counts["sources"] == before - 1


def test_questions_are_for_readers_and_loads_for_the_writer(routed: Connection, log: DriverLog) -> None:
    taken = r"acquire routing connection, access_mode='(\w+)'"
    assert log.found(r" C: (ROUTE) "), "the server is asked for its routing table"
    log.lines.clear()
    routed.load([SAMPLE])
    assert "WRITE" in log.found(taken)
    log.lines.clear()
    for name, given in _ASKED:
        routed.run(name, given)
    routed.status()
    assert set(log.found(taken)) == {"READ"}
    assert {each["mode"] for each in log.begun()} == {"r"}


def test_a_reader_waits_for_what_was_written_and_for_what_was_read(routed: Connection, log: DriverLog) -> None:
    routed.load([SAMPLE])
    *_, written = log.found(r" S: SUCCESS \{'bookmark': '([^']+)'")
    for _ in range(2):
        log.lines.clear()
        routed.run("disputed-claims")
        sent = [each["bookmarks"] for each in log.begun()]
        assert sent and all(each == [written] for each in sent)


def test_a_server_that_is_asked_to_read_writes_nothing(routed: Connection) -> None:
    with pytest.raises(GraphError, match="read access mode"):
        routed.graph.read(Statement("test/write", "CREATE (n:Actor {id: 'x'}) RETURN n.id AS id"))
    count = Statement("test/count", "MATCH (n:Actor) RETURN count(n) AS number")
    assert routed.graph.read(count).rows == [{"number": 0}]
