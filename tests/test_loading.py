"""Loading says what the files say, no more and no less, in whatever order and however often, on either engine."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from conftest import DOSSIERS, SAMPLE, TABLE
from engines import in_ci

from explorer.errors import InputError
from explorer.graph.base import Graph, Result
from explorer.graph.bolt import BoltGraph
from explorer.graph.bolt_writer import BoltWriter
from explorer.graph.embedded import EmbeddedGraph, EmbeddedWriter
from explorer.loading.loader import Summary, load
from explorer.loading.retraction import retract
from explorer.statements import Statement

#: In CI nothing is left out: there a test of what is missing fails.
REAL = pytest.mark.skipif(
    not DOSSIERS and not in_ci(), reason="LEFT OUT: the real dossiers do not stand beside this checkout"
)

_NODES = Statement("test/nodes", "MATCH (n) RETURN labels(n) AS labels, properties(n) AS own")
_RELATIONS = Statement(
    "test/relations", "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS leaf, b.id AS hub, properties(r) AS own"
)
#: When and in which order files were loaded, which differs without the graph saying anything else.
_PASSING = ("loaded", "changed", "position", "version")
#: The embedded engine gives every node a title, and nodes and relationships a type.
_TITLED = ("Meeting", "Source")

Dump = tuple[list[Any], list[Any]]

PAPER = """On 21 January Lavrov and Blinken met in Geneva. Lavrov, the Russian minister, was the host.
"The talks were frank," said Blinken. The talks were frank, said Lavrov too.
On 7 December Biden and Putin spoke for two hours by video.
"""
RADIO = "It is said that Lavrov saw Blinken on 20 January. Lavrov denied that an attack was planned.\n"
TALKS = """title: Talks
sources:
  - {id: paper, title: The paper, text: paper.txt, url: 'https://paper.example/1', published: 2022-01-23}
  - {id: radio, title: The radio, text: radio.txt}
places:
  - {id: geneva, name: Geneva, country: Switzerland, aliases: [Genève, Genf]}
topics:
  - {id: frankness, name: Frankness}
actors:
  - {id: ru, kind: state, name: Russia}
  - id: lavrov
    kind: person
    name: Sergei Lavrov
    aliases: [Сергей Лавров]
    affiliations:
      - {actor: ru, role: Minister, since: 2004-03, reports: [{source: paper, quote: the Russian minister}]}
  - {id: blinken, kind: person, name: Antony Blinken, description: He wears glasses}
  - {id: biden, kind: person, name: Joe Biden}
  - {id: putin, kind: person, name: Vladimir Putin, part_of: ru}
meetings:
  - id: geneva-talks
    title: Talks in Geneva
    kind: talks
    date: 2022-01-21
    place: geneva
    topics: [frankness]
    participants:
      - {actor: lavrov, role: host, reports: [{source: paper, quote: was the host}]}
      - blinken
    reports:
      - {source: paper, quote: Lavrov and Blinken met in Geneva., date: 2022-01-21, place: geneva}
      - {source: radio, quote: Lavrov saw Blinken on 20 January, date: 2022-01-20}
  - id: video-call
    title: Video call
    format: video
    date: 2021-12-07
    participants: [biden, putin]
    reports: [{source: paper, quote: Biden and Putin spoke for two hours by video}]
claims:
  - id: frank
    text: The talks were frank.
    speaker: lavrov
    about_meetings: [geneva-talks]
    made_at: geneva-talks
    reports: [{source: paper, quote: The talks were frank, occurrence: 2}]
  - id: denial
    text: No attack is planned.
    kind: denial
    speaker: lavrov
    on_behalf_of: ru
    to: blinken
    contradicts: frank
    reports: [{source: radio, quote: Lavrov denied that an attack was planned}]
"""
#: What is done to TALKS: each a text in it, and the text in its place.
EDITS = {
    "a comment": ("title: Talks\n", "# Written in haste.\ntitle: Talks\n"),
    "the title of the file": ("title: Talks\n", "title: More talks\n"),
    "a title": ("Talks in Geneva", "Talks by the lake"),
    "an alias added": ("[Genève, Genf]", "[Genève, Genf, Женева]"),
    "an alias gone": (", aliases: [Genève, Genf]", ""),
    "a name": ("Joe Biden", "Joseph Biden"),
    "a kind": ("id: biden, kind: person", "id: biden, kind: group"),
    "a field gone": (", description: He wears glasses", ""),
    "a date less precise": ("date: 2021-12-07", "date: 2021-12"),
    "a date gone": ("    date: 2021-12-07\n", ""),
    "a quote": ("quote: Lavrov and Blinken met in Geneva.", "quote: Lavrov and Blinken met"),
    "an occurrence": (", occurrence: 2", ""),
    "a report gone": ("      - {source: radio, quote: Lavrov saw Blinken on 20 January, date: 2022-01-20}\n", ""),
    "a role": ("role: host", "role: guest"),
    "a participant gone": ("      - blinken\n", ""),
    "an office gone": (", since: 2004-03, reports: [{source: paper, quote: the Russian minister}]", ""),
    "a place gone": (", place: geneva}", "}"),
    "a topic more": ("topics:\n", "topics:\n  - {id: attack, name: Attack, aliases: [Frankness]}\n"),
    "a meeting gone": (TALKS[TALKS.index("  - id: video-call") : TALKS.index("claims:")], ""),
    "all claims gone": (TALKS[TALKS.index("claims:") :], ""),
}


def dump(graph: Graph) -> Dump:
    """All nodes and relationships with all their properties, but those that are passing."""
    if isinstance(graph, EmbeddedGraph):
        graph = graph.or_empty()
    nodes = []
    for row in graph.read(_NODES).rows:
        own = {name: value for name, value in row["own"].items() if name not in (*_PASSING, "type")}
        if not set(_TITLED) & set(row["labels"]):
            own.pop("title", None)
        nodes.append((sorted(row["labels"]), sorted(own.items())))
    relations = []
    for row in graph.read(_RELATIONS).rows:
        own = {name: value for name, value in row["own"].items() if name != "type"}
        relations.append((row["type"], row["leaf"], row["hub"], sorted(own.items())))
    return sorted(nodes, key=str), sorted(relations, key=str)


def clean(folder: Path, paths: list[Path]) -> EmbeddedGraph:
    """A new embedded graph into which the files were loaded once."""
    number = len(list(folder.glob("clean-*.kgl")))
    graph = EmbeddedGraph(folder / f"clean-{number}.kgl")
    load(graph, paths)
    return graph


def talks(folder: Path, text: str = TALKS, name: str = "talks") -> Path:
    """The dossier in a file, its sources' texts beside it."""
    folder.mkdir(exist_ok=True)
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    (folder / "radio.txt").write_text(RADIO, encoding="utf-8")
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def edited(edit: str) -> str:
    """TALKS with one edit."""
    old, new = EDITS[edit]
    assert old in TALKS
    return TALKS.replace(old, new)


def counts(summary: Summary) -> tuple[int, int, int, int]:
    """New, changed, unchanged, removed."""
    return summary.new, summary.changed, summary.unchanged, summary.removed


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
    assert summary.notes == ["files disagree on `name` of 'lavrov': 'Sergei Lavrov' is kept"]
    lavrov = {"name": "Sergei Lavrov", "aliases": ["Lawrow", "Sergey Lavrov", "Сергей Лавров"], "said": "A minister"}
    assert graph.read(_LAVROV).rows == [lavrov]
    # What one file does not say any more stays where the other says it.
    talks(tmp_path / "other", "title: Another\nactors:\n  - {id: ru, kind: state, name: Russia}\n", "another")
    assert counts(load(graph, [other])) == (0, 0, 1, 3)
    talks(tmp_path / "other", "title: Another\n", "another")
    load(graph, [other])
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
    assert counts(would) == counts(load(graph, [path])) == (13, 0, 0, 0)
    before, version = dump(graph), graph.dataset()
    talks(tmp_path / "files", edited("a meeting gone"))
    would = load(graph, [path], dry_run=True)
    assert (dump(graph), graph.dataset()) == (before, version)
    assert counts(would) == counts(load(graph, [path])) == (0, 0, 12, 1)


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
