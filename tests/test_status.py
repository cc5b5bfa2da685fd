"""Status says what the graph is, what it holds, and when which file was loaded."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from conftest import SAMPLE, TABLE
from dossiers import talks

from explorer.errors import GraphUnreachable
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.status import status


def test_what_is_loaded_is_counted_and_listed_in_its_order(graph: Graph, tmp_path: Path) -> None:
    started = datetime.now(UTC) - timedelta(seconds=1)
    path = talks(tmp_path / "files")
    load(graph, [path])
    load(graph, [TABLE])
    found = status(graph)
    assert (found.engine, found.place) == (graph.engine, graph.place)
    assert found.version.lower().startswith({"embedded": ("kglite 0.21",), "neo4j": ("neo4j 5.", "neo4j 202")}[graph.engine])
    assert found.dataset == graph.dataset() and found.dataset
    assert found.notice is None
    assert [(file["id"], file["title"]) for file in found.files] == [("talks", "Talks"), ("table", "Table")]
    assert found.files[0]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    for time in (found.changed, *(file["loaded"] for file in found.files)):
        assert started <= datetime.fromisoformat(str(time)) <= datetime.now(UTC)


def test_only_what_is_there_is_counted(graph: Graph, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    load(graph, [path])
    assert status(graph).counts == {
        "actors": 5, "meetings": 2, "claims": 2, "sources": 2, "places": 2, "topics": 1, "reports": 5,
    }  # fmt: skip
    talks(tmp_path / "files", "title: Talks\n")
    load(graph, [path], replace=True)
    assert set(status(graph).counts.values()) == {0}
    assert [file["id"] for file in status(graph).files] == ["talks"]


def test_the_version_changes_with_every_load_that_changes_something(graph: Graph, tmp_path: Path) -> None:
    versions = [graph.dataset()]
    for paths in ([SAMPLE], [SAMPLE], [TABLE], [talks(tmp_path / "files")], [SAMPLE, TABLE]):
        load(graph, paths)
        versions.append(graph.dataset())
    first, sample, again, table, more, same = versions
    assert first is None
    assert sample == again and more == same
    assert len({sample, table, more}) == 3


def test_an_empty_server_holds_nothing(graph: Graph) -> None:
    found = status(graph)
    assert (found.dataset, found.changed, found.notice, found.files) == (None, None, None, [])
    assert set(found.counts.values()) == {0}


def test_a_graph_that_is_not_there_has_no_status(tmp_path: Path) -> None:
    with pytest.raises(GraphUnreachable, match="There is no graph"):
        status(EmbeddedGraph(tmp_path / "none.kgl"))
