"""A load that is killed leaves a graph that answers, and the next load completes it: it equals one clean load."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from conftest import SAMPLE, TABLE, wipe
from dossiers import EDITS, TALKS, talks
from engines import Neo4jServer
from graph_dump import clean, dump
from killing import killed, loading

from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.status import status

_SOME = TALKS.replace(EDITS["all claims gone"][0], "").replace("aliases: [Genève, Genf]", "aliases: [Genua]")
_SOME = _SOME.replace("Antony Blinken", "Tony Blinken").replace(EDITS["a meeting gone"][0], "")
_SOME = _SOME.replace("  - {id: putin, kind: person, name: Vladimir Putin, part_of: ru}\n", "")


def _embedded(folder: Path) -> tuple[EmbeddedGraph, dict[str, str]]:
    path = folder / "graph.kgl"
    return EmbeddedGraph(path), {"EXPLORER_GRAPH": str(path)}


@pytest.mark.parametrize("where", ["0.0", "0.5", "1.0", "_rebuild_fulltext", "_save"])
def test_a_first_load_that_is_killed_is_completed_by_the_next(tmp_path: Path, where: str) -> None:
    graph, variables = _embedded(tmp_path)
    killed(variables, where, SAMPLE)
    assert dump(graph) == ([], [])
    load(graph, [SAMPLE])
    same = clean(tmp_path, [SAMPLE])
    assert dump(graph) == dump(same)
    assert graph.notice() is None
    assert graph.dataset() is not None


@pytest.mark.parametrize(
    ("where", "pending"),
    [("0.0", False), ("0.5", False), ("1.0", False), ("_rebuild_fulltext", True), ("_save", True)],
)
def test_readers_answer_from_before_and_are_told(tmp_path: Path, where: str, pending: bool) -> None:
    graph, variables = _embedded(tmp_path)
    path = talks(tmp_path / "files")
    load(graph, [path])
    before, version = dump(graph), graph.dataset()
    opened = EmbeddedGraph(graph.path)
    assert opened.dataset() == version
    talks(tmp_path / "files", _SOME)
    killed(variables, where, path)
    for reader in (opened, EmbeddedGraph(graph.path)):
        assert dump(reader) == before
        assert reader.dataset() == version
    notice = status(EmbeddedGraph(graph.path)).notice
    assert bool(notice) is pending
    if notice:
        assert "was stopped before it was finished" in notice and "explorer load" in notice
    load(EmbeddedGraph(graph.path), [path])
    assert dump(opened) == dump(EmbeddedGraph(graph.path)) == dump(clean(tmp_path, [path]))
    assert status(EmbeddedGraph(graph.path)).notice is None
    assert status(opened).notice is None


def test_a_load_killed_before_saving_is_completed_by_loading_something_else(tmp_path: Path) -> None:
    graph, variables = _embedded(tmp_path)
    load(graph, [SAMPLE])
    killed(variables, "_save", TABLE)
    path = talks(tmp_path / "files")
    load(graph, [path])
    assert dump(graph) == dump(clean(tmp_path, [SAMPLE, TABLE, path]))
    load(graph, [TABLE])
    assert dump(graph) == dump(clean(tmp_path, [SAMPLE, TABLE, path]))


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_from_outside(tmp_path: Path, seed: int) -> None:
    graph, variables = _embedded(tmp_path)
    load(graph, [talks(tmp_path / "files")])
    chance = random.Random(seed)
    for _ in range(2):
        with loading(variables, "2.0", SAMPLE, TABLE) as process:
            time.sleep(chance.uniform(0.3, 1.2))
            process.kill()
            process.wait()
        assert dump(EmbeddedGraph(graph.path))[0]
    load(graph, [SAMPLE, TABLE])
    assert dump(graph) == dump(clean(tmp_path, [tmp_path / "files" / "talks.yaml", SAMPLE, TABLE]))


@pytest.mark.parametrize("where", ["0.3", "0.7"])
def test_a_first_load_into_neo4j_that_is_killed_is_completed_by_the_next(
    neo4j: Neo4jServer, bolt: BoltGraph, tmp_path: Path, where: str
) -> None:
    wipe(bolt)
    path = talks(tmp_path / "files")
    killed(neo4j.environment(), where, path)
    there = dump(bolt)
    assert there != ([], []) and there != dump(clean(tmp_path, [path])), "it was to be killed in the middle"
    assert bolt.dataset() is None
    notice = status(bolt).notice
    assert notice and "has not finished" in notice and "explorer load" in notice
    load(bolt, [path])
    assert dump(bolt) == dump(clean(tmp_path, [path]))
    assert status(bolt).notice is None


@pytest.mark.parametrize("where", ["0.1", "0.4", "0.7", "0.8", "0.9", "1.0"])
def test_a_changed_file_is_completed_too(neo4j: Neo4jServer, bolt: BoltGraph, tmp_path: Path, where: str) -> None:
    wipe(bolt)
    path = talks(tmp_path / "files")
    load(bolt, [path])
    talks(tmp_path / "files", _SOME)
    killed(neo4j.environment(), where, path)
    assert status(bolt).notice
    load(bolt, [path])
    assert dump(bolt) == dump(clean(tmp_path, [path]))
    assert status(bolt).notice is None


@pytest.mark.parametrize("where", ["0.1", "0.4", "0.7"])
def test_a_file_that_was_edited_after_the_kill_leaves_nothing_behind(
    neo4j: Neo4jServer, bolt: BoltGraph, tmp_path: Path, where: str
) -> None:
    wipe(bolt)
    path = talks(tmp_path / "files")
    killed(neo4j.environment(), where, path)
    talks(tmp_path / "files", _SOME)
    load(bolt, [path])
    assert dump(bolt) == dump(clean(tmp_path, [path]))
    assert status(bolt).notice is None


def test_loading_another_file_does_not_hide_a_load_that_was_stopped(
    neo4j: Neo4jServer, bolt: BoltGraph, tmp_path: Path
) -> None:
    wipe(bolt)
    path = talks(tmp_path / "files")
    killed(neo4j.environment(), "0.5", path)
    load(bolt, [TABLE])
    notice = status(bolt).notice
    assert notice and path.stem in notice
    load(bolt, [path])
    assert status(bolt).notice is None
    assert dump(bolt) == dump(clean(tmp_path, [TABLE, path]))
