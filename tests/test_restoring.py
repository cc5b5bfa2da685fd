"""A retraction lasts: what was retracted stays away when its file is loaded again, until it is restored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import explorer
from conftest import SAMPLE
from dossiers import TALKS, talks
from graph_dump import clean, dump

from explorer.connection import connect
from explorer.errors import NotFound, Retracted
from explorer.graph.base import Graph, Result
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import restore, retract
from explorer.statements import Statement
from explorer.status import status
from explorer.web import create_app

OTHER = """title: Other
sources: [{id: journal, title: Journal}]
claims:
  - {id: later, text: It was long., speaker: biden, made_at: video-call, reports: [{source: journal}]}
"""


class Meanwhile(EmbeddedGraph):
    """A graph in which somebody else retracts a file just after a load has read what was retracted."""

    retracted = ""

    def or_empty(self) -> EmbeddedGraph:
        return self

    def read(self, statement: Statement, parameters: Any = None, **more: Any) -> Result:
        found = super().read(statement, parameters, **more)
        if statement.name == "retract/marks" and not Meanwhile.retracted:
            Meanwhile.retracted = "talks"
            retract(EmbeddedGraph(self.path), "talks")
        return found


def _sources(path: Path) -> list[str]:
    graph = clean(path.parent, [path])
    return [dict(own)["id"] for labels, own in dump(graph)[0] if labels == ["Source"]]


@pytest.mark.parametrize("source", ["paper", "radio", "talks"])
def test_it_stays_away_and_comes_back_exactly(graph: Graph, tmp_path: Path, source: str) -> None:
    path, other = talks(tmp_path / "files"), talks(tmp_path / "files", OTHER, "other")
    load(graph, [path, other])
    whole = dump(graph)
    retract(graph, source, why="it was forged")
    without = dump(graph)
    for paths in ([path], [other], [path, other]):
        again = load(graph, paths)
        assert dump(graph) == without, "and nothing is written"
        if path in paths:
            assert f"'{source}'" in again.notes[0] and "it was forged" in again.notes[0]
            assert f"explorer restore {source}" in again.notes[0]
    restore(graph, source)
    load(graph, [path, other])
    assert dump(graph) == whole


@pytest.mark.parametrize("source", ["paper", "radio"])
@pytest.mark.parametrize("edit", [("The paper", "A paper"), ("Joe Biden", "Joseph Biden"), ("role: host", "role: guest")])
def test_an_edited_file_does_not_bring_it_back(graph: Graph, tmp_path: Path, source: str, edit: tuple[str, str]) -> None:
    load(graph, [talks(tmp_path / "files")])
    retract(graph, source)
    path = talks(tmp_path / "files", TALKS.replace(*edit))
    load(graph, [path])
    expected = clean(tmp_path, [path])
    retract(expected, source)
    assert _said(dump(graph)) == _said(dump(expected))
    restore(graph, source)
    load(graph, [path])
    assert dump(graph) == dump(clean(tmp_path, [path]))


def _said(found: tuple[list[object], list[object]]) -> tuple[list[object], list[object]]:
    """All but the retraction itself, which has its own time."""
    return [each for each in found[0] if each[0] != ["Retraction"]], found[1]  # type: ignore[index]


def test_every_source_of_the_sample_stays_away_and_comes_back(tmp_path: Path) -> None:
    graph = clean(tmp_path, [SAMPLE])
    whole = dump(graph)
    sources = [dict(own)["id"] for labels, own in whole[0] if labels == ["Source"]]
    assert len(sources) == 4
    for source in sources:
        retract(graph, source)
        without = dump(graph)
        load(graph, [SAMPLE])
        assert dump(graph) == without, source
        restore(graph, source)
        load(graph, [SAMPLE])
        assert dump(graph) == whole, source


def test_a_file_keeps_its_place_in_the_order_of_loading(tmp_path: Path) -> None:
    one = talks(tmp_path / "files", "title: One\nactors: [{id: ann, kind: person, name: Ann}]\n", "one")
    two = talks(tmp_path / "files", "title: Two\nactors: [{id: ann, kind: person, name: Anne}]\n", "two")
    graph = clean(tmp_path, [one, two])
    whole = dump(graph)
    retract(graph, "one")
    load(graph, [talks(tmp_path / "files", "title: Three\nactors: [{id: ann, kind: person, name: Anna}]\n", "three")])
    retract(graph, "three")
    restore(graph, "one")
    load(graph, [two, one])
    assert _said(dump(graph)) == whole


def test_a_retracted_file_under_another_name_stays_away(tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    graph = clean(tmp_path, [path])
    retract(graph, "talks")
    before = dump(graph)
    again = load(graph, [path.rename(path.with_name("renamed.yaml"))])
    assert "'talks'" in again.notes[0] and dump(graph) == before


def test_the_commands_say_when_what_and_why(tmp_path: Path) -> None:
    graph, path = tmp_path / "graph.kgl", talks(tmp_path / "files")
    explorer("--graph", graph, "load", path)
    done = explorer("--graph", graph, "retract", "radio", "--why", "a hoax", "--format", "json")
    assert json.loads(done.stdout)["source"] == "radio"
    assert "radio  The radio: a hoax" in explorer("--graph", graph, "status").stdout
    listed = json.loads(explorer("--graph", graph, "status", "--format", "json").stdout)["retracted"]
    assert [(each["id"], each["title"], each["why"]) for each in listed] == [("radio", "The radio", "a hoax")]
    again = explorer("--graph", graph, "load", path)
    assert again.returncode == 0 and "'radio', The radio, was retracted on" in again.stderr
    twice = explorer("--graph", graph, "retract", "radio")
    assert twice.returncode == 1 and "explorer restore radio" in twice.stderr
    wrong = explorer("--graph", graph, "restore", "paper")
    assert wrong.returncode == 1 and "retracted are radio" in wrong.stderr
    back = explorer("--graph", graph, "restore", "radio")
    assert back.returncode == 0 and "(talks)" in back.stdout
    assert json.loads(explorer("--graph", graph, "status", "--format", "json").stdout)["retracted"] == []
    with pytest.raises(NotFound, match="nor is anything else"):
        restore(EmbeddedGraph(graph), "radio")


@pytest.mark.parametrize("source", ["radio", "talks"])
def test_the_page_is_a_notice(tmp_path: Path, source: str) -> None:
    graph = clean(tmp_path, [talks(tmp_path / "files")])
    retract(graph, source, why="it was <forged>")
    connection = connect(graph.path)
    with pytest.raises(Retracted, match="it was <forged>"):
        connection.page("source", source)
    pages = create_app(connection).test_client()
    page, data = pages.get(f"/sources/{source}"), pages.get(f"/sources/{source}.json")
    assert (page.status_code, data.status_code) == (410, 410)
    assert "it was &lt;forged&gt;" in page.text and f"<code>explorer restore {source}</code>" in page.text
    assert "was retracted on" in json.loads(data.text)["detail"]
    assert pages.get("/sources/nothing").status_code == 404
    assert status(graph).retracted[0]["why"] == "it was <forged>"


def test_what_is_not_retracted_is_told_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "graph.kgl"
    assert explorer("--graph", path, "restore", "radio").returncode != 0
    assert not list(tmp_path.iterdir())


def test_what_is_retracted_while_a_load_is_planned_stays_away(tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    load(EmbeddedGraph(tmp_path / "graph.kgl", missing_ok=True), [path])
    path.write_text(path.read_text(encoding="utf-8").replace("Joe Biden", "Joseph Biden"), encoding="utf-8")
    summary = load(Meanwhile(tmp_path / "graph.kgl", missing_ok=True), [path])
    assert Meanwhile.retracted and "was retracted" in summary.notes[0]
    assert status(EmbeddedGraph(tmp_path / "graph.kgl")).files == []
