"""What is asked through py2neo is answered as ever, on each version of Neo4j; and what its page shows is so."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from conftest import ROOT, SAMPLE, TABLE, Holding
from engines import Neo4jServer
from py2neo.errors import ClientError

from explorer import py2neo as through
from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.connection import Connection
from explorer.errors import GraphError, GraphUnreachable, TooSlow, UsageError
from explorer.examples.example_questions import examples
from explorer.examples.patience import Patience
from explorer.graph.bolt import BoltGraph
from explorer.settings import Settings
from explorer.statements import Statement

CATALOGUE = catalogue.load(None)
PAGE = (ROOT / "docs" / "py2neo.md").read_text(encoding="utf-8")
#: What the block is said to fail with, and its code.
BLOCK = re.compile(r"^```python(?: fails: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# Where it cannot log in, and where a connection was lost, py2neo leaves the socket to the collector.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning")


@pytest.fixture(scope="module", autouse=True)
def _collected() -> Iterator[None]:
    """No such socket is left for another test to be blamed for."""
    yield
    gc.collect()


@pytest.fixture(scope="module")
def settings(neo4j: Neo4jServer, bolt: BoltGraph, holding: Holding) -> Settings:
    """Those of a server that holds the sample."""
    holding(bolt, [SAMPLE, TABLE])
    return Settings(
        neo4j_uri=neo4j.uri,
        neo4j_username=neo4j.username,
        neo4j_password=neo4j.password,
        neo4j_database=neo4j.database,
    )


@pytest.fixture(scope="module")
def two(settings: Settings, bolt: BoltGraph) -> Iterator[tuple[Connection, Connection]]:
    """The sample as it is asked through the driver, and through py2neo."""
    with through.connect(settings) as connection:
        yield Connection(bolt, CATALOGUE, settings), connection


@pytest.fixture(scope="module")
def asked(sample: Connection) -> dict[str, dict[str, str]]:
    """For each question parameters that give rows."""
    return {name: each.parameters for name, each in examples(sample, Patience(60)).items()}


def read(connection: Connection, text: str, **more: Any) -> Any:
    """The only value that a statement gives."""
    return connection.graph.read(Statement("test", f"RETURN {text} AS value"), **more).rows[0]["value"]


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_question_gives_the_same_answer_through_py2neo(
    two: tuple[Connection, Connection], asked: dict[str, dict[str, str]], name: str
) -> None:
    given = asked.get(name, {})  # no meeting of the sample is merely planned
    one, other = (each.run(name, given) for each in two)
    assert isinstance(one, Answer) and isinstance(other, Answer)
    assert bool(one.rows) == (name != "planned-meetings") and other.rows == one.rows
    assert replace(other, milliseconds=0) == replace(one, milliseconds=0)
    first = two[1].run(name, {**given, "limit": 1})
    assert isinstance(first, Answer)
    assert first.rows == one.rows[:1] and first.truncated == (len(one.rows) > 1)


def test_dates_and_times_are_plain_values(two: tuple[Connection, Connection]) -> None:
    text = (
        "[date('2021-12-07'), datetime('2021-12-07T10:15:00.25Z'), datetime('2021-12-07T10:15:00+01:00'), "
        "localdatetime('2021-12-07T10:15'), time('10:15+02:00'), {in: [date('2022-01-21')]}, null, 1.5, 'Genève']"
    )
    one, other = (read(each, text) for each in two)
    assert other == one
    assert [type(each) for each in other] == [type(each) for each in one]
    assert [getattr(each, "utcoffset", str)() for each in other] == [getattr(each, "utcoffset", str)() for each in one]
    assert other[:2] == [date(2021, 12, 7), datetime(2021, 12, 7, 10, 15, 0, 250_000, UTC)]


def test_a_date_goes_in_as_it_comes_out(two: tuple[Connection, Connection]) -> None:
    assert read(two[1], "$day", parameters={"day": date(2022, 1, 21)}) == date(2022, 1, 21)


def test_the_server_refuses_to_write_for_a_question(two: tuple[Connection, Connection]) -> None:
    with pytest.raises(GraphError, match="Writing in read access mode not allowed"):
        two[1].graph.read(Statement("test", "CREATE (n:Written) RETURN n"))
    assert read(two[0], "COUNT { (:Written) }") == 0


def test_what_takes_too_long_is_stopped_and_the_next_question_answered(two: tuple[Connection, Connection]) -> None:
    slow = Statement("slow", "UNWIND range(1, 1000000000) AS n WITH n WHERE n < 0 RETURN count(n) AS value")
    began = time.monotonic()
    with pytest.raises(TooSlow, match="'slow' did not finish within 0.5 seconds"):
        two[1].graph.read(slow, timeout=0.5)
    assert time.monotonic() - began < 5
    assert read(two[1], "1") == 1
    running = Statement("running", "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH $text RETURN 1")
    for _ in range(50):
        if not (left := two[0].graph.read(running, {"text": slow.text}).rows):
            break
        time.sleep(0.1)
    assert not left


def test_rows_are_cut_where_there_are_more(two: tuple[Connection, Connection]) -> None:
    three = Statement("three", "UNWIND [1, 2, 3] AS n RETURN n")
    for most, kept, cut in [(2, 2, True), (3, 3, False), (None, 3, False)]:
        found = two[1].graph.read(three, most=most)
        assert (len(found.rows), found.cut) == (kept, cut)


def test_many_may_ask_at_once(two: tuple[Connection, Connection]) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda n: read(two[1], "$n", parameters={"n": n}), range(100))) == list(range(100))


def test_a_connection_that_the_server_ended_is_made_anew(
    two: tuple[Connection, Connection], settings: Settings
) -> None:
    theirs = Statement(
        "kept", "CALL dbms.listConnections() YIELD connectionId, userAgent RETURN connectionId, userAgent"
    )
    with through.connect(settings) as connection:
        assert read(connection, "1") == 1
        ended = [row["connectionId"] for row in two[0].graph.read(theirs).rows if "py2neo" in row["userAgent"]]
        for each in ended:
            two[0].graph.read(
                Statement("end", "CALL dbms.killConnection($id) YIELD message RETURN message"), {"id": each}
            )
        assert ended
        assert read(connection, "1") == 1


def test_an_address_for_routing_is_taken(settings: Settings) -> None:
    routed = replace(settings, neo4j_uri=str(settings.neo4j_uri).replace("bolt://", "neo4j://"))
    with through.connect(routed) as connection:
        answer = connection.ask("meetings involving Lavrov")
        assert isinstance(answer, Answer) and answer.rows


def test_loading_and_status_go_the_usual_way(settings: Settings) -> None:
    with through.connect(settings) as connection:
        assert connection.load([SAMPLE]).new == 0
        assert connection.status().counts["meetings"] > 0 and connection.status().version.startswith("Neo4j ")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"neo4j_password": "wrong"}, "refused the login: are NEO4J_USERNAME and NEO4J_PASSWORD set, and right"),
        ({"neo4j_database": "nowhere"}, "check NEO4J_DATABASE"),
        ({"neo4j_uri": "bolt://localhost:1"}, "No Neo4j answers at bolt://localhost:1: is it running"),
        ({"neo4j_uri": "neo4j://localhost:1"}, "No Neo4j answers at neo4j://localhost:1: is it running"),
    ],
)
def test_what_cannot_be_reached_is_told_with_what_to_do(settings: Settings, change: dict[str, str], fault: str) -> None:
    with through.connect(replace(settings, **change)) as connection, pytest.raises(GraphUnreachable, match=fault):
        connection.ask("meetings involving Lavrov")


@pytest.mark.parametrize(
    ("uri", "fault"),
    [
        (None, "py2neo needs a Neo4j: set NEO4J_URI"),
        ("http://localhost:7474", "cannot be used with py2neo: begin with neo4j://"),
        ("bolt+x://localhost", "cannot be used with py2neo: begin with neo4j://"),
        ("localhost:7687", "cannot be used with py2neo: begin with neo4j://"),
    ],
)
def test_another_address_is_refused(uri: str | None, fault: str) -> None:
    for made in (through.graph, through.connect):
        with pytest.raises(UsageError, match=fault):
            made(Settings(neo4j_uri=uri))


def test_the_page_about_py2neo_tells_the_truth(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("uri", "username", "password", "database"):
        monkeypatch.setenv(f"NEO4J_{name.upper()}", getattr(settings, f"neo4j_{name}"))
    names: dict[str, Any] = {}
    tried, _, moving = PAGE.partition("\n## Moving")
    for fails, code in BLOCK.findall(tried):
        if fails:
            with pytest.raises((TypeError, ClientError), match=fails):
                exec(code, names)
        else:
            exec(code, names)
    pairs = [BLOCK.findall(each) for each in moving.partition("\n## Tidying")[0].split("\n### ")[1:]]
    assert len(pairs) > 5 and all(len(pair) == 2 for pair in pairs)
    for pair in pairs:
        found = []
        for _, code in pair:
            exec(code, names)
            found.append(names.pop("found"))
        assert found[0] == found[1] is not None, pair
    exec(BLOCK.findall(moving)[-1][1], names)
