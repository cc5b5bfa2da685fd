"""The file of an embedded graph: behind a symbolic link it is written where the link leads, and a log knows its file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from command_line import explorer
from dossiers import talks
from graph_dump import clean, dump
from killing import killed

from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import retract

MORE = "title: More\nactors: [{id: eve, kind: person, name: Eve}]\n"


@pytest.mark.parametrize("there", [True, False], ids=["a graph", "nothing yet"])
def test_a_graph_behind_a_link_is_written_where_the_link_leads(tmp_path: Path, there: bool) -> None:
    file, link, path = tmp_path / "data" / "graph.kgl", tmp_path / "link.kgl", talks(tmp_path / "files")
    if there:
        load(EmbeddedGraph(file), [talks(tmp_path / "first", MORE, "more")])
    link.symlink_to("between.kgl")
    (tmp_path / "between.kgl").symlink_to(file)
    done = explorer("--graph", link, "load", path)
    assert done.returncode == 0, done.stderr
    assert link.is_symlink() and file.is_file()
    expected = clean(tmp_path, [tmp_path / "first" / "more.yaml", path] if there else [path])
    assert dump(EmbeddedGraph(link)) == dump(EmbeddedGraph(file)) == dump(expected)
    retract(EmbeddedGraph(link), "radio")
    assert link.is_symlink()
    assert dump(EmbeddedGraph(link)) == dump(EmbeddedGraph(file)) != dump(expected)


def test_a_link_that_is_led_elsewhere_is_followed(tmp_path: Path) -> None:
    one, two, link = tmp_path / "one.kgl", tmp_path / "two.kgl", tmp_path / "link.kgl"
    load(EmbeddedGraph(one), [talks(tmp_path / "files")])
    load(EmbeddedGraph(two), [talks(tmp_path / "files", MORE, "more")])
    link.symlink_to(one)
    graph = EmbeddedGraph(link)
    assert dump(graph) == dump(EmbeddedGraph(one))
    link.unlink()
    link.symlink_to(two)
    assert dump(graph) == dump(EmbeddedGraph(two))


def test_a_link_that_leads_in_a_circle_is_told(tmp_path: Path) -> None:
    link = tmp_path / "link.kgl"
    link.symlink_to(link)
    for command in (["status"], ["load", talks(tmp_path / "files")]):
        done = explorer("--graph", link, *command)
        assert done.returncode == 3 and str(link) in done.stderr and "--graph" in done.stderr


def _stopped(tmp_path: Path) -> tuple[Path, Path]:
    """A graph of two loads beside which lies the log of a third, and a copy of the graph after the first."""
    graph, copy, path = tmp_path / "graph.kgl", tmp_path / "copy.kgl", talks(tmp_path / "files")
    load(EmbeddedGraph(graph), [path])
    shutil.copy(graph, copy)
    load(EmbeddedGraph(graph), [talks(tmp_path / "files", MORE, "more")])
    killed({"EXPLORER_GRAPH": str(graph)}, "_save", talks(tmp_path / "files", MORE.replace("More", "Third"), "third"))
    assert Path(f"{graph}-wal").stat().st_size > 5
    return graph, copy


@pytest.mark.parametrize("noted", [True, False], ids=["noted", "of an earlier version"])
def test_the_log_of_another_state_is_put_aside(tmp_path: Path, noted: bool, caplog: pytest.LogCaptureFixture) -> None:
    graph, copy = _stopped(tmp_path)
    shutil.copy(copy, graph)
    if not noted:
        Path(f"{graph}-wal-of").unlink()
    else:
        assert "begun on another state" in str(EmbeddedGraph(graph).notice())
    load(EmbeddedGraph(graph), [talks(tmp_path / "files")])
    if noted:
        assert "was put aside as" in caplog.text
        assert len(list(tmp_path.glob("graph.kgl-wal.aside-*"))) == 1
        assert dump(EmbeddedGraph(graph)) == dump(EmbeddedGraph(copy))
        assert EmbeddedGraph(graph).notice() is None
    load(EmbeddedGraph(graph), [tmp_path / "files" / "more.yaml"])
    assert "eve" in str(dump(EmbeddedGraph(graph)))


def test_the_log_of_a_graph_that_was_moved_away_is_put_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    graph, copy = _stopped(tmp_path)
    graph.rename(tmp_path / "away.kgl")
    load(EmbeddedGraph(graph), [tmp_path / "files" / "talks.yaml"])
    assert "was put aside as" in caplog.text
    assert dump(EmbeddedGraph(graph)) == dump(EmbeddedGraph(copy))


def test_a_full_disk_is_told_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    load(EmbeddedGraph(path), [talks(tmp_path / "files")])
    before = dump(EmbeddedGraph(path))
    (tmp_path / "graph.kgl-wal-of.new").symlink_to("/dev/full")
    for command in (["load", talks(tmp_path / "more", MORE, "more")], ["retract", "radio"]):
        done = explorer("--graph", path, *command)
        assert done.returncode != 0 and "No space left on device" in done.stderr
        assert "Traceback" not in done.stderr and "was not changed" in done.stderr
    assert dump(EmbeddedGraph(path)) == before
