"""Loading says what the files say, no more and no less, in whatever order and however often, on either engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any, ClassVar

import pytest
from conftest import DOSSIERS, SAMPLE, TABLE
from dossiers import EDITS, PAPER, REAL, TALKS, edited, talks
from graph_dump import clean, counts, dump

from explorer.errors import InputError
from explorer.graph.base import Graph, Result
from explorer.graph.bolt import BoltGraph
from explorer.graph.bolt_writer import BoltWriter
from explorer.graph.embedded import EmbeddedGraph, EmbeddedWriter
from explorer.loading.loader import load
from explorer.loading.retraction import retract
from explorer.statements import Statement

_NODES = Statement("test/nodes", "MATCH (n) RETURN labels(n) AS labels, properties(n) AS own")


def test_loading_again_changes_nothing(graph: Graph, tmp_path: Path) -> None:
    first = load(graph, [SAMPLE, TABLE])
    before, version = dump(graph), graph.dataset()
    again = load(graph, [SAMPLE, TABLE])
    assert (first.changed, first.unchanged, first.removed) == (0, 0, 0) and first.new > 100
    assert counts(again) == (0, 0, first.new, 0)
    assert dump(graph) == before == dump(clean(tmp_path, [SAMPLE, TABLE]))
    assert graph.dataset() == version


@REAL
def test_the_real_dossiers_load_alike_on_each_engine_and_again_change_nothing(graph: Graph, tmp_path: Path) -> None:
    first = load(graph, DOSSIERS)
    assert len(DOSSIERS) == first.files == 3 and first.notes == []
    same = clean(tmp_path, DOSSIERS)
    assert dump(graph) == dump(same)
    version = graph.dataset()
    assert version == same.dataset()
    assert counts(load(graph, DOSSIERS)) == (0, 0, first.new, 0)
    assert graph.dataset() == version


@REAL
def test_the_order_of_the_real_dossiers_does_not_matter(tmp_path: Path) -> None:
    dumps = [dump(clean(tmp_path, list(order))) for order in permutations(DOSSIERS)]
    one_by_one = EmbeddedGraph(tmp_path / "one.kgl")
    for path in DOSSIERS:
        load(one_by_one, [path])
    assert all(each == dumps[0] for each in [*dumps, dump(one_by_one)])


def test_a_changed_file_replaces_exactly_what_it_said_before(graph: Graph, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    load(graph, [path])
    for edit in EDITS:
        talks(tmp_path / "files", edited(edit))
        load(graph, [path])
        assert dump(graph) == dump(clean(tmp_path, [path])), edit
        assert load(graph, [path]).changed == 0


@pytest.mark.parametrize("edit", EDITS)
def test_a_change_and_its_undoing_leave_what_was(edit: str, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    graph = clean(tmp_path, [path])
    before, version = dump(graph), graph.dataset()
    talks(tmp_path / "files", edited(edit))
    there = load(graph, [path])
    if edit not in ("a comment", "the title of the file"):
        assert dump(graph) != before
        assert there.changed + there.removed + there.new >= 1
    assert graph.dataset() != version
    talks(tmp_path / "files")
    back = load(graph, [path])
    assert dump(graph) == before
    assert (back.new, back.changed, back.removed) == (there.removed, there.changed, there.new)


def test_a_changed_text_moves_the_offsets(graph: Graph, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    load(graph, [path])
    path.with_name("paper.txt").write_text(f"Sunday paper\n\n{PAPER}", encoding="utf-8")
    load(graph, [path])
    assert dump(graph) == dump(clean(tmp_path, [path]))


_OTHER = """title: Another
sources:
  - {id: paper, title: The paper, text: paper.txt}
actors:
  - {id: lavrov, kind: person, name: Sergey Lavrov, aliases: [Lawrow], description: A minister}
  - {id: ru, kind: state, name: Russia}
meetings:
  - {id: geneva-talks, title: Talks in Geneva, participants: [lavrov], reports: [{quote: Lavrov and Blinken met}]}
"""
_LAVROV = Statement(
    "test/lavrov", "MATCH (a:Actor {id: 'lavrov'}) RETURN a.name AS name, a.aliases AS aliases, a.description AS said"
)


def test_files_that_name_one_entity_share_it(graph: Graph, tmp_path: Path) -> None:
    one, other = talks(tmp_path / "one"), talks(tmp_path / "other", _OTHER, "another")
    alone = dump(clean(tmp_path, [one]))
    load(graph, [one])
    summary = load(graph, [other])
    assert counts(summary) == (4, 0, 0, 0)
    [note] = summary.notes
    assert "another.yaml:5: files disagree on `name` of 'lavrov': 'Sergei Lavrov' is kept" in note
    lavrov = {"name": "Sergei Lavrov", "aliases": ["Lawrow", "Sergey Lavrov", "Сергей Лавров"], "said": "A minister"}
    assert graph.read(_LAVROV).rows == [lavrov]
    # What one file does not say any more stays where the other says it.
    talks(tmp_path / "other", "title: Another\nactors:\n  - {id: ru, kind: state, name: Russia}\n", "another")
    assert counts(load(graph, [other])) == (0, 0, 1, 3)
    talks(tmp_path / "other", "title: Another\n", "another")
    load(graph, [other], replace=True)
    assert [each for each in dump(graph)[0] if ("id", "another") not in each[1]] == alone[0]
    assert dump(graph)[1] == alone[1]


def test_the_order_of_files_that_agree_does_not_matter(graph: Graph, tmp_path: Path) -> None:
    one = talks(tmp_path / "one")
    other = talks(tmp_path / "other", _OTHER.replace("Sergey", "Sergei"), "another")
    load(graph, [other, one])
    assert dump(graph) == dump(clean(tmp_path, [one, other]))


def test_a_file_may_leave_out_what_another_gives(graph: Graph, tmp_path: Path) -> None:
    load(graph, [talks(tmp_path / "one")])
    bare = "title: Bare\nactors:\n  - {id: blinken, aliases: [Tony Blinken]}\n  - {id: lavrov}\n"
    load(graph, [talks(tmp_path / "bare", bare, "bare")])
    rows = {row["own"]["id"]: row["own"] for row in graph.read(_NODES).rows if "Actor" in row["labels"]}
    assert rows["blinken"]["description"] == "He wears glasses"
    assert (rows["blinken"]["name"], rows["blinken"]["aliases"]) == ("Antony Blinken", ["Tony Blinken"])
    assert rows["lavrov"]["aliases"] == ["Сергей Лавров"]


def test_a_dry_run_writes_nothing_and_says_the_same(graph: Graph, tmp_path: Path) -> None:
    path = talks(tmp_path / "files")
    would = load(graph, [path], dry_run=True)
    assert dump(graph) == ([], []) and graph.dataset() is None
    assert not list(tmp_path.glob("*.kgl*"))
    assert str(would).endswith("nothing was written (dry run)")
    assert counts(would) == counts(load(graph, [path])) == (14, 0, 0, 0)
    before, version = dump(graph), graph.dataset()
    talks(tmp_path / "files", edited("a meeting gone"))
    would = load(graph, [path], dry_run=True)
    assert (dump(graph), graph.dataset()) == (before, version)
    assert counts(would) == counts(load(graph, [path])) == (0, 0, 13, 1)


def test_texts_are_read_from_elsewhere_only_where_that_folder_is_named(tmp_path: Path) -> None:
    text = TALKS.replace("paper.txt", "../../texts/paper.txt")
    path = talks(tmp_path / "files", text)
    path = path.rename(talks(tmp_path / "files" / "deep", text))
    (path.parent / "../../texts").mkdir()
    (path.parent / "../../texts/paper.txt").write_text(PAPER, encoding="utf-8")
    with pytest.raises(InputError, match="lies outside of"):
        load(EmbeddedGraph(tmp_path / "g.kgl"), [path])
    load(EmbeddedGraph(tmp_path / "g.kgl"), [path], text_root=tmp_path)


def test_the_state_of_the_graph_is_read_once_and_once_more_by_the_writer(
    graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = talks(tmp_path / "files")
    seen: list[str] = []

    def noted(read: Callable[..., Result]) -> Callable[..., Result]:
        def noting(self: Any, statement: Statement, *arguments: Any, **options: Any) -> Result:
            seen.append(statement.name)
            return read(self, statement, *arguments, **options)

        return noting

    for owner in (EmbeddedGraph, EmbeddedWriter, BoltGraph, BoltWriter):
        monkeypatch.setattr(owner, "read", noted(owner.read))

    def reads(work: Callable[[], object]) -> int:
        seen.clear()
        work()
        return seen.count("status/dataset")

    assert reads(lambda: load(graph, [path], dry_run=True)) == 1
    assert reads(lambda: load(graph, [path])) == 2
    assert reads(lambda: load(graph, [path])) == 1, "nothing is to be written"
    assert reads(lambda: retract(graph, "radio", dry_run=True)) == 1
    assert reads(lambda: retract(graph, "radio")) == 2


class Counted(EmbeddedGraph):
    """A graph that counts how often each statement is read."""

    read_so_often: ClassVar[Counter[str]] = Counter()

    def or_empty(self) -> EmbeddedGraph:
        return self

    def read(self, statement: Statement, parameters: Any = None, **more: Any) -> Result:
        Counted.read_so_often[statement.name] += 1
        return super().read(statement, parameters, **more)


def test_what_is_noted_of_loads_is_read_once_for_each(tmp_path: Path) -> None:
    text = f"{TALKS}same: [[biden, putin]]\n"
    load(EmbeddedGraph(tmp_path / "graph.kgl"), [talks(tmp_path / "files", text)])
    graph = Counted(tmp_path / "graph.kgl")
    noted = ("load/dossiers", "load/decisions", "retract/marks")
    for work in (
        lambda: load(graph, [talks(tmp_path / "files", text.replace("role: host", "role: guest"))]),
        lambda: retract(graph, "radio"),
    ):
        Counted.read_so_often.clear()
        work()
        assert {name: Counted.read_so_often[name] for name in noted} == dict.fromkeys(noted, 1)
