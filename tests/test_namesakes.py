"""A second entity of the same name and kind under another id is told at load, and loaded, unless it is decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import Summary, load

FIRST = """title: First
actors:
  - {id: kishida, kind: person, name: Kishida Fumio}
  - {id: berg, kind: person, name: Ada Berg}
  - {id: holm, kind: person, name: Ida Holm}
"""
SECOND = """title: Second
actors:
  - {id: prime-minister, kind: person, name: Fumio K., aliases: [KISHIDA  Fumio]}
"""


@pytest.fixture
def new(tmp_path: Path) -> Graph:
    """An embedded graph that is not there yet."""
    return EmbeddedGraph(tmp_path / "graph.kgl")


def loaded(graph: Graph, folder: Path, **dossiers: str) -> Summary:
    """These files, by name, loaded together."""
    paths = [folder / f"{name}.yaml" for name in dossiers]
    for path, text in zip(paths, dossiers.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return load(graph, paths)


def doubles(summary: Summary) -> list[str]:
    """The notes about doubles, each without the folder of its file."""
    return [note.rpartition("/")[2] if note[:1] == "/" else note for note in summary.notes if "has the name" in note]


def test_a_double_of_what_the_graph_has_is_told_once(graph: Graph, tmp_path: Path) -> None:
    assert not loaded(graph, tmp_path, first=FIRST).notes
    summary = loaded(graph, tmp_path, second=SECOND)
    assert [note.removeprefix(f"{tmp_path}/") for note in summary.notes] == [
        "second.yaml:3: 'prime-minister' has the name 'KISHIDA  Fumio', which 'kishida' has too: "
        "if they are one, write `same: [[kishida, prime-minister]]`; if not, `different: [[kishida, prime-minister]]`, "
        "and this is not told again. 'kishida' stands in the file 'first'"
    ]
    assert not loaded(graph, tmp_path, second=SECOND).notes
    assert not loaded(graph, tmp_path, second=f"{SECOND}  - {{id: lund, kind: person, name: Bo Lund}}\n").notes
    assert not loaded(graph, tmp_path, third=SECOND.replace("Second", "Third").replace("K.", "Kay")).notes[1:]


@pytest.mark.parametrize("verdict", ["same", "different"])
def test_what_is_decided_is_not_told(new: Graph, tmp_path: Path, verdict: str) -> None:
    loaded(new, tmp_path, first=FIRST)
    summary = loaded(new, tmp_path, second=f"{SECOND}{verdict}: [[kishida, prime-minister]]\n")
    assert not doubles(summary)
    assert not doubles(loaded(new, tmp_path, third=FIRST.replace("First", "Third")))


def test_another_file_decides_too(new: Graph, tmp_path: Path) -> None:
    decided = "title: Decisions\ndifferent: [[kishida, prime-minister]]\n"
    assert not loaded(new, tmp_path, first=FIRST, second=SECOND, decided=decided).notes


def test_doubles_in_one_file_and_in_files_that_are_loaded_together_are_told(new: Graph, tmp_path: Path) -> None:
    third = "title: Third\nactors:\n  - {id: c, kind: person, name: kishida fumio}\n"
    third += "  - {id: d, kind: person, name: Kishida Fumio}\n"
    summary = loaded(new, tmp_path, first=FIRST, third=third)
    assert len(summary.notes) == 2
    assert all(note.endswith(f"'kishida' stands in {tmp_path}/first.yaml:3") for note in summary.notes)
    assert [note.partition(": ")[0].rpartition(":")[2] for note in summary.notes] == ["3", "4"]


def test_a_new_name_of_what_was_there_is_told(new: Graph, tmp_path: Path) -> None:
    loaded(new, tmp_path, first=FIRST, second=SECOND.replace("KISHIDA  Fumio", "The minister"))
    (note,) = loaded(new, tmp_path, first=FIRST.replace("Kishida Fumio", "The Minister")).notes
    assert "'kishida' has the name 'The Minister', which 'prime-minister' has too" in note


def test_who_only_shares_a_word_or_is_of_another_kind_is_no_double(new: Graph, tmp_path: Path) -> None:
    other = "title: Other\nactors:\n  - {id: a, kind: person, name: Kishida}\n"
    other += "  - {id: b, kind: organization, name: Kishida Fumio}\ntopics: [{id: c, name: Kishida Fumio}]\n"
    assert not loaded(new, tmp_path, first=FIRST, other=other).notes


@pytest.mark.parametrize("order", [("named", "described"), ("described", "named")])
def test_a_country_that_a_place_names_is_no_double(new: Graph, tmp_path: Path, order: tuple[str, str]) -> None:
    texts = {
        "named": "title: Named\nplaces: [{id: geneva, name: Geneva, country: Switzerland}]\n",
        "described": "title: Described\nplaces: [{id: ch, name: Switzerland}]\n",
    }
    for name in order:
        assert not doubles(loaded(new, tmp_path, **{name: texts[name]}))
    (note,) = doubles(loaded(new, tmp_path, more="title: More\nplaces: [{id: helvetia, name: Switzerland}]\n"))
    assert "'helvetia' has the name 'Switzerland', which 'ch' has too" in note


def test_the_rows_of_a_table_are_told_with_what_to_write_there(new: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "table"
    folder.mkdir()
    rows = [f"{side}{number},person,Name {number}" for number in range(180) for side in "ab"]
    (folder / "actors.csv").write_text("\n".join(["id,kind,name", *rows]), encoding="utf-8")
    notes = load(new, [folder]).notes
    assert "actors.csv:3: 'b0' has the name 'Name 0', which 'a0' has too" in notes[0]
    assert "write `a0;b0` under `ids` in same.csv; if not, in different.csv" in notes[0]
    assert (len(notes), notes[-1].strip()) == (21, "... and 160 more of this kind")
