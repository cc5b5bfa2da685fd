"""Both engines keep the same promises: limits, no writing by reading, one writer, plain words for what fails."""

from __future__ import annotations

import json
import os
import re
import time
import warnings
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import ENGINES, SAMPLE, Emptied, wipe
from dossiers import talks
from engines import Neo4jServer
from graph_dump import clean, dump

from explorer import model
from explorer.errors import GraphBusy, GraphError, GraphUnreachable, TooSlow
from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.statements import Statement, folder, statement, statements


def _statement(text: str) -> Statement:
    return Statement("test/statement", text)


_COUNT = _statement("MATCH (n:Actor) RETURN count(n) AS number")
_SLOW = _statement("UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 30) AS c RETURN sum(a*b*c)")


def _number(graph: Graph) -> int:
    return int(graph.read(_COUNT).rows[0]["number"])


@pytest.mark.parametrize(
    "text",
    [
        "CREATE (n:Actor {id: 'x'})",
        "MERGE (n:Actor {id: 'x'}) RETURN n.id AS id",
        "MATCH (n:Actor {id: 'lavrov'}) SET n.name = 'Nobody'",
        "MATCH (n:Actor {id: 'lavrov'}) SET n:Nobody",
        "MATCH (n:Actor {id: 'lavrov'}) REMOVE n.name",
        "MATCH (n:Actor {id: 'lavrov'}) DETACH DELETE n",
        "MATCH ()-[r:HAS_PARTICIPANT]->() DELETE r",
        "UNWIND [1, 2] AS x CREATE (:Actor {id: toString(x)})",
        "CREATE INDEX sly IF NOT EXISTS FOR (n:Actor) ON (n.name)",
        "CREATE CONSTRAINT sly IF NOT EXISTS FOR (n:Nobody) REQUIRE n.id IS UNIQUE",
        "DROP INDEX meeting_search IF EXISTS",
        "DROP CONSTRAINT actor_id IF EXISTS",
    ],
)
def test_reading_cannot_write(read_only: tuple[Graph, Any], text: str) -> None:
    graph, before = read_only
    indexes = _statement("SHOW INDEXES YIELD name RETURN name ORDER BY name")
    there = graph.read(indexes).rows
    with pytest.raises(GraphError, match="test/statement") as caught:
        graph.read(_statement(text))
    assert not isinstance(caught.value, GraphUnreachable | TooSlow)
    assert dump(graph) == before
    assert graph.read(indexes).rows == there


@pytest.fixture(scope="module", params=ENGINES)
def read_only(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, emptied: Emptied
) -> tuple[Graph, Any]:
    """A small graph on each engine, and its dump."""
    folder = tmp_path_factory.mktemp("read-only")
    graph, _ = emptied(request.param, folder)
    load(graph, [talks(folder / "files")])
    return graph, dump(graph)


def test_a_statement_that_takes_too_long_is_stopped(read_only: tuple[Graph, Any]) -> None:
    graph, _ = read_only
    started = time.monotonic()
    with pytest.raises(TooSlow, match=r"'test/statement' did not finish within 0.3 seconds") as caught:
        graph.read(_SLOW, timeout=0.3)
    assert time.monotonic() - started < 10
    assert (caught.value.exit_code, caught.value.status) == (1, 504)
    assert _number(graph) == 5, "the next question is answered"


def test_a_time_limit_below_a_millisecond_is_one(read_only: tuple[Graph, Any]) -> None:
    with pytest.raises(TooSlow):
        read_only[0].read(_SLOW, timeout=0.0001)


@pytest.mark.parametrize(
    ("most", "rows", "cut"), [(None, 10, False), (11, 10, False), (10, 10, False), (9, 9, True), (1, 1, True)]
)
def test_rows_are_cut_at_the_limit_and_it_is_said(
    read_only: tuple[Graph, Any], most: int | None, rows: int, cut: bool
) -> None:
    result = read_only[0].read(_statement("UNWIND range(1, 10) AS x RETURN x ORDER BY x"), most=most)
    assert result.rows == [{"x": number} for number in range(1, rows + 1)]
    assert (result.columns, result.cut) == (["x"], cut)


_VALUES: dict[str, Any] = {
    "day": date(2022, 1, 21), "early": date(1, 1, 1), "late": date(9999, 12, 31), "text": "Лавров “𝔘” \n", "yes": True,
    "no": False, "number": -(2**62), "fraction": 0.1, "nothing": None, "list": ["a", "b"], "empty": [],
    "map": {"a": 1, "b": None, "c": {"d": [1, 2]}}, "maps": [{"id": "x", "day": "y"}],
}  # fmt: skip


@pytest.mark.parametrize("name", _VALUES)
def test_values_come_back_as_they_were_sent(read_only: tuple[Graph, Any], name: str) -> None:
    result = read_only[0].read(_statement("RETURN $value AS value"), {"value": _VALUES[name]})
    assert result.columns == ["value"]
    value = result.rows[0]["value"]
    assert value == _VALUES[name] and type(value) is type(_VALUES[name])


def test_computed_values_are_plain(read_only: tuple[Graph, Any]) -> None:
    text = "MATCH (m:Meeting {id: 'geneva-talks'}) RETURN m.date AS day, [m.date, null] AS days, {day: m.date} AS map, "
    text += "m.duration AS nothing, m {.id, .title} AS meeting, 7 / 2 AS whole, m.date < date('2022-01-22') AS before"
    day = date(2022, 1, 21)
    assert read_only[0].read(_statement(text)).rows == [
        {
            "day": day, "days": [day, None], "map": {"day": day}, "nothing": None,
            "meeting": {"id": "geneva-talks", "title": "Talks in Geneva"}, "whole": 3, "before": True,
        }
    ]  # fmt: skip


def test_a_statement_that_is_none_is_refused_by_its_name(read_only: tuple[Graph, Any]) -> None:
    for text in ("MATCH (n RETURN n", "RETURN $missing AS x", "RETURN nosuch(1) AS x"):
        with pytest.raises(GraphError, match="test/statement"):
            read_only[0].read(_statement(text))


def test_a_graph_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(GraphUnreachable, match="There is no graph in .* yet. Load something first with `explorer load PATH`"):
        EmbeddedGraph(tmp_path / "none.kgl").read(_COUNT)
    assert not list(tmp_path.iterdir())


def _truncated(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _flipped(content: bytes) -> bytes:
    return bytes(byte ^ 0xFF for byte in content)


@pytest.mark.parametrize("damage", [_truncated, _flipped, lambda _: b"", lambda _: b"Not a graph.\n"])
def test_a_damaged_file_is_said_with_what_to_do(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    graph.close()
    damaged = damage(graph.path.read_bytes())
    graph.path.write_bytes(damaged)
    for use in (lambda: graph.read(_COUNT), lambda: load(graph, [SAMPLE])):
        with pytest.raises(GraphUnreachable, match="or move it away and load your files again"):
            use()
    assert graph.path.read_bytes() == damaged


def test_a_second_writer_is_told_who_holds_the_graph(tmp_path: Path) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    with graph.writing():
        with pytest.raises(GraphBusy, match=rf"is being written by process {os.getpid()} since") as caught:
            load(EmbeddedGraph(graph.path), [SAMPLE])
        assert caught.value.exit_code == 3
    load(graph, [SAMPLE])


def test_on_a_server_too_one_writes_and_another_is_told(neo4j: Neo4jServer, bolt: BoltGraph, tmp_path: Path) -> None:
    wipe(bolt)
    with closing(BoltGraph(neo4j.uri, neo4j.username, neo4j.password, neo4j.database)) as other:
        with bolt.writing() as writer:
            assert load(other, [talks(tmp_path / "files")], dry_run=True).new > 0
            with pytest.raises(GraphBusy, match="is being written by another load or retraction: try again") as caught:
                load(other, [SAMPLE])
            assert caught.value.exit_code == 3
            writer.write(_ADD, [{"id": "one-more"}])
        assert _number(other) == 1  # the lock has left nothing
        load(other, [SAMPLE])


_ADD = _statement("UNWIND $rows AS row CREATE (n:Actor {id: row.id, search: row.id})")


def test_readers_see_the_state_before_while_it_is_written_and_the_new_one_after(graph: Graph, tmp_path: Path) -> None:
    load(graph, [talks(tmp_path / "files")])
    before = _number(graph)
    with graph.writing() as writer:
        writer.write(_ADD, [{"id": "one-more"}])
        assert _number(graph) == before
        assert writer.read(_COUNT).rows == [{"number": before + 1}]
    assert _number(graph) == before + 1


def test_what_fails_half_way_leaves_nothing(graph: Graph, tmp_path: Path) -> None:
    load(graph, [talks(tmp_path / "files")])
    before = dump(graph)
    with pytest.raises(GraphError), graph.writing() as writer:
        writer.write(_ADD, [{"id": "one-more"}])
        writer.write(_statement("UNWIND $rows AS row CREATE (n:Actor {id: nosuch(row.id)})"), [{"id": "another"}])
    assert dump(graph) == before
    with pytest.raises(KeyboardInterrupt), graph.writing() as writer:
        writer.write(_ADD, [{"id": "one-more"}])
        raise KeyboardInterrupt
    assert dump(graph) == before
    load(graph, [talks(tmp_path / "files")])


def test_a_forked_process_reads_what_its_parent_reads(graph: Graph, tmp_path: Path) -> None:
    load(graph, [talks(tmp_path / "files")])
    there = _number(graph)
    # Both at once, so that they would disturb each other if they had something in common.
    assert _in_a_fork(lambda: [_number(graph) for _ in range(50)], meanwhile=True) == [there] * 50
    assert _number(graph) == there
    with graph.writing() as writer:
        writer.write(_ADD, [{"id": "one-more"}])
    assert _in_a_fork(lambda: _number(graph)) == there + 1 == _number(graph)


def _in_a_fork(work: Callable[[], Any], meanwhile: bool = False) -> Any:
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # from Python 3.12 on, where there are threads
        child = os.fork()
    if child == 0:
        try:
            os.write(writing, json.dumps(work()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    if meanwhile:
        work()
    with os.fdopen(reading, "rb") as answer:
        found = answer.read()
    os.waitpid(child, 0)
    assert found, "the forked process failed"
    return json.loads(found)


# Every statement of the program, on both.

_WRITES = re.compile(r"\b(MERGE|SET|DELETE)\b")


#: What a parameter of a statement is called; a comment may tell of it too.
_PARAMETER = re.compile(r"\$(\w+)")
_CORRECTIONS = "title: Corrections\nsame: [[hotel-president-wilson, villa-la-grange]]\ndifferent: [[us, ru]]\n"


@pytest.fixture(scope="module")
def loaded(bolt: BoltGraph, tmp_path_factory: pytest.TempPathFactory) -> tuple[Graph, Graph]:
    """The sample on both engines, with decisions, what is known of a retraction, and an entity of which nothing speaks."""
    wipe(bolt)
    corrections = talks(tmp_path_factory.mktemp("corrections"), _CORRECTIONS, "corrections")
    load(bolt, [SAMPLE, corrections])
    embedded = clean(tmp_path_factory.mktemp("loaded"), [SAMPLE, corrections])
    for graph in (bolt, embedded):
        with graph.writing() as writer:
            writer.write(statement("load/nodes/topic"), [{"id": "lonely", "properties": {"id": "lonely"}}])
            writer.write(
                statement("retract/mark"), [{"id": "gone", "properties": {"id": "gone", "why": "It was wrong."}}]
            )
    return bolt, embedded


def _reading() -> list[Statement]:
    return [
        each for group in ("status", "retract", "load") for each in statements(group) if not _WRITES.search(each.text)
    ]


def _given(graph: Graph) -> dict[str, Any]:
    """What each reading statement asks for, so that it has something to answer of the loaded graph."""
    nodes = graph.read(_statement("MATCH (n) RETURN labels(n)[0] AS label, n.id AS id")).rows
    keys = [row["key"] for row in graph.read(_statement("MATCH ()-[r]->() RETURN r.key AS key ORDER BY key")).rows]
    rows = [{**row, "at": row["id"]} for row in nodes if row["label"] in model.labels()]
    rows.append({"label": "Place", "id": "villa-la-grange", "at": "hotel-president-wilson"})
    rows.append({"label": "Actor", "id": "geneva", "at": "geneva"})
    named = {"key": 0, "label": "Actor", "title": "name", "id": "us", "name": "russia"}
    titled = {"key": 1, "label": "Claim", "title": "text", "id": _one(rows, "Claim"), "name": ""}
    return {"ids": sorted({row["id"] for row in nodes}), "rows": rows, "files": ["other"], "file": SAMPLE.stem,
            "source": "geneva-notes", "sources": ["geneva-notes"], "keys": keys[::2], "label": "Actor", "prefix": "l",
            "labels": [*model.labels(), "Name"], "bookkeeping": list(model.bookkeeping()), "form": 1000,
            "asked": [named, titled], "title": "name", "beginnings": ["ru", "united"]}  # fmt: skip


def _one(rows: list[dict[str, Any]], label: str) -> str:
    return min(str(row["id"]) for row in rows if row["label"] == label)


@pytest.mark.parametrize("each", _reading(), ids=lambda each: each.name)
def test_each_reading_statement_answers_alike(loaded: tuple[Graph, Graph], each: Statement) -> None:
    given = _given(loaded[1])
    assert set(_PARAMETER.findall(each.text)) <= set(given), "what is not given is nothing to one engine"
    bolt, embedded = (_sorted(graph.read(each, given).rows) for graph in loaded)
    assert bolt == embedded
    assert bolt or each.name == "status/indexes-not-online"


def _sorted(rows: list[dict[str, Any]]) -> list[str]:
    passing = ("loaded", "changed")
    return sorted(str(sorted((key, value) for key, value in row.items() if key not in passing)) for row in rows)


def _writing() -> list[tuple[str, list[dict[str, Any]]]]:
    """Every writing statement, in an order in which each has something to do; those for all kinds once for each."""
    names = {path.relative_to(folder()).with_suffix("").as_posix() for path in (folder() / "load").rglob("*.cypher")}
    found: list[tuple[str, list[dict[str, Any]]]] = [("load/begin", [{"writing": "now"}])]
    for group in ("nodes", "kinds", "relations"):
        for name in sorted(each for each in names if each.startswith(f"load/{group}/")):
            last = name.rpartition("/")[2]
            main = "source" if last == "dossier" else last.split("-")[0]
            row = {"id": f"new-{main}", "start_id": f"new-{main}", "end_id": f"new-{last.split('-')[-1]}", "key": last}
            own = {"id": f"new-{main}", "title": "New", "key": last, "search": "new", "date": date(2022, 1, 21)}
            found.append((name, [{**row, "properties": own}]))
    found.append(("load/removed-decisions", [{"id": "new-decision"}]))
    rows = [{"label": label, "id": f"new-{label.lower()}"} for label in model.labels()]
    found += [("load/removed", [{**row, "key": f"{row['label'].lower()}-described-in-source"}]) for row in rows]
    named = {"label": "Actor", "id": "new-actor", "name": "new-name", "key": "name-names-actor"}
    found.append(("load/removed-names", [named]))
    found += [("load/orphaned", [row]) for row in rows]
    found.append(("load/orphaned-names", [{"id": "new-name"}]))  # names go when the rest is gone
    found.append(("load/finish", [{"version": "v", "changed": "now"}]))
    assert {name for name, _ in found} == {name for name in names if _WRITES.search(statement(name).text)}
    return found


def test_each_writing_statement_does_alike(bolt: BoltGraph, tmp_path: Path) -> None:
    wipe(bolt)
    embedded = EmbeddedGraph(tmp_path / "g.kgl", missing_ok=True)
    before = None
    for name, rows in _writing():
        for graph in (bolt, embedded):
            with graph.writing() as writer:
                writer.write(statement(name), rows)
                writer.write(statement(name), [])
        assert dump(bolt) == dump(embedded), (name, rows)
        assert dump(bolt) != before, f"{name} did nothing with {rows}"
        before = dump(bolt)
