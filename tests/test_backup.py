"""A backup is one consistent file, also beside a load, and putting it back makes it the graph."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from command_line import explorer
from conftest import SAMPLE, TABLE
from dossiers import talks
from graph_dump import dump
from killing import killed

from explorer.errors import GraphBusy, UsageError
from explorer.graph.backup import backup, put_back
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.statements import statement


@pytest.fixture
def graph(tmp_path: Path) -> EmbeddedGraph:
    found = EmbeddedGraph(tmp_path / "graph.kgl")
    load(found, [SAMPLE])
    return found


def test_a_backup_is_put_back_and_what_was_there_is_kept(graph: EmbeddedGraph, tmp_path: Path) -> None:
    before, copy = dump(graph), tmp_path / "copy.kgl"
    done = explorer("--graph", graph.path, "backup", copy)
    assert done.returncode == 0 and f"restore --backup {copy}`." in done.stdout
    load(graph, [TABLE])
    later = dump(graph)
    back = explorer("--graph", graph.path, "restore", "--backup", copy)
    assert back.returncode == 0, back.stderr
    assert dump(graph) == dump(EmbeddedGraph(copy)) == before
    kept = next(tmp_path.glob("graph.kgl.before-*"))
    assert str(kept) in back.stdout and dump(EmbeddedGraph(kept)) == later
    load(graph, [TABLE])
    assert dump(graph) == later


def test_a_backup_beside_a_load_is_the_state_before_it(graph: EmbeddedGraph, tmp_path: Path) -> None:
    before = dump(graph)
    with graph.writing() as writer:
        writer.write(statement("load/nodes/topic"), [{"id": "new", "properties": {"id": "new", "name": "New"}}])
        backup(graph, tmp_path / "copy.kgl")
        with pytest.raises(GraphBusy):
            put_back(graph, tmp_path / "copy.kgl")
    assert dump(EmbeddedGraph(tmp_path / "copy.kgl")) == before != dump(graph)


def test_putting_back_over_a_load_that_was_stopped_puts_its_log_aside(graph: EmbeddedGraph, tmp_path: Path) -> None:
    before = dump(graph)
    backup(graph, tmp_path / "copy.kgl")
    load(graph, [talks(tmp_path / "files")])
    killed({"EXPLORER_GRAPH": str(graph.path)}, "_save", TABLE)
    assert len(put_back(graph, tmp_path / "copy.kgl").aside) == 2
    assert (dump(graph), graph.notice()) == (before, None)
    load(graph, [TABLE])


def test_a_damaged_graph_gets_its_backup(graph: EmbeddedGraph, tmp_path: Path) -> None:
    before = dump(graph)
    backup(graph, tmp_path / "copy.kgl")
    graph.path.write_bytes(graph.path.read_bytes()[:500])
    assert "restore --backup" in explorer("--graph", graph.path, "status").stderr
    put_back(graph, tmp_path / "copy.kgl")
    assert dump(graph) == before


def _no_link(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_backup_is_made_and_put_back_where_a_file_has_one_name_only(
    graph: EmbeddedGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_link)
    before, copy = dump(graph), tmp_path / "copy.kgl"
    backup(graph, copy)
    load(graph, [TABLE])
    later, there = dump(graph), set(tmp_path.iterdir())
    [kept] = put_back(graph, copy).aside
    assert dump(graph) == before and dump(EmbeddedGraph(kept)) == later
    assert {each for each in set(tmp_path.iterdir()) - there if "lock" not in each.name} == {kept}


def test_a_graph_that_cannot_be_replaced_stays_and_nothing_is_left_behind(
    graph: EmbeddedGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backup(graph, tmp_path / "copy.kgl")
    load(graph, [TABLE])
    later, there = dump(graph), set(tmp_path.iterdir())
    replace = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if target == graph.file:
            raise PermissionError(13, "Permission denied")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(UsageError, match="Permission denied. Nothing was changed"):
        put_back(graph, tmp_path / "copy.kgl")
    assert dump(graph) == later
    assert not {each for each in set(tmp_path.iterdir()) - there if "lock" not in each.name}


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        (["backup", "taken.kgl"], 2, "is there already"),
        (["backup", "nowhere/copy.kgl"], 2, "cannot be written"),
        (["restore", "--backup", "taken.kgl"], 2, "is no graph of this program"),
        (["restore", "--backup", "missing.kgl"], 2, "missing.kgl is not there"),
        (["restore", "--backup", "graph.kgl"], 2, "is the graph itself"),
        (["restore", "taken.kgl"], 2, "--backup taken.kgl"),
        (["restore"], 2, "one of the two"),
        (["restore", "geneva-notes", "--backup", "taken.kgl"], 2, "one of the two"),
        (["--graph", "none.kgl", "backup", "new.kgl"], 3, "There is no graph"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    graph: EmbeddedGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], code: int, words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "taken.kgl").write_text("no graph")
    before, there = dump(graph), set(tmp_path.iterdir())
    done = explorer("--graph", graph.path, *command)
    assert done.returncode == code and words in done.stderr
    assert dump(graph) == before
    assert {each for each in set(tmp_path.iterdir()) - there if "lock" not in each.name} <= {tmp_path / "graph.kgl-wal"}


def test_a_neo4j_says_what_to_use_instead(tmp_path: Path) -> None:
    done = explorer("backup", tmp_path / "copy.kgl", NEO4J_URI="bolt://localhost:1")
    assert done.returncode == 2 and "neo4j-admin database dump" in done.stderr
