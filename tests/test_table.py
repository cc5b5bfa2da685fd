"""A folder of CSV files says the same as the dossier with the same records."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from conftest import TABLE
from graph_dump import clean, counts, dump

from explorer.errors import InputError
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.reading import csv_folder
from explorer.status import status

_LISTS = ("aliases", "topics", "to", "about", "about_meetings", "contradicts", "supports", "answers")
_REPORT = ("source", "quote", "occurrence", "page")


def _sheet(name: str) -> list[dict[str, Any]]:
    with (TABLE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [{key: value for key, value in row.items() if value} for row in csv.DictReader(file)]
    return [{key: value.split(";") if key in _LISTS else value for key, value in row.items()} for row in rows]


def _with_report(row: dict[str, Any]) -> dict[str, Any]:
    report = {name: row.pop(name) for name in _REPORT if name in row}
    return {**row, "reports": [report]} if report else row


def _as_dossier(folder: Path) -> Path:
    """The sample's sheets as one dossier, joined here by other means than the program's. JSON is YAML too."""
    data: dict[str, Any] = {name: _sheet(name) for name in ("sources", "places", "topics", "meetings", "claims")}
    data["actors"] = _sheet("actors") + [{**row, "kind": "organization"} for row in _sheet("organizations")]
    records = {record["id"]: record for section in data.values() for record in section}
    for row in _sheet("participants"):
        records[row.pop("meeting")].setdefault("participants", []).append(_with_report(row))
    for row in _sheet("affiliations"):
        row["actor"], owner = row.pop("organization"), row["actor"]
        records[owner].setdefault("affiliations", []).append(_with_report(row))
    for row in _sheet("reports"):
        records[row.pop("record")].setdefault("reports", []).append(row)
    for text in TABLE.glob("*.txt"):
        shutil.copy(text, folder)
    path = folder / "table.yaml"
    path.write_text(json.dumps({"title": "Table", **data}, ensure_ascii=False), encoding="utf-8")
    return path


def _but_the_files_hash(graph: Graph) -> Any:
    nodes, relations = dump(graph)
    return [(labels, [each for each in own if each[0] != "sha256"]) for labels, own in nodes], relations


def test_the_sheets_and_the_same_dossier_make_the_same_graph(graph: Graph, tmp_path: Path) -> None:
    by_sheets = load(graph, [TABLE])
    assert by_sheets.new > 40
    found = _but_the_files_hash(graph)
    path = _as_dossier(tmp_path)
    assert _but_the_files_hash(clean(tmp_path, [path])) == found
    assert counts(load(graph, [path])) == (0, 0, by_sheets.new, 0)
    assert _but_the_files_hash(graph) == found


def _write(folder: Path, **sheets: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, content in sheets.items():
        (folder / f"{name}.csv").write_bytes(content.encode())
    return folder


def test_what_a_spreadsheet_writes_is_read(tmp_path: Path) -> None:
    plain = csv_folder.read(_write(tmp_path / "a", actors="id,kind,name\nlavrov,person,Sergei Lavrov\n"), "a").data
    odd = "\ufeffid,kind , name,,\r\n\r\nlavrov, person,Sergei Lavrov,,\r\n,,,,\r\n"
    tree = csv_folder.read(_write(tmp_path / "a", actors=odd.replace(",,\r\n", "\r\n")), "a")
    assert tree.data == plain and not tree.problems
    tabs = csv_folder.read(_write(tmp_path / "a", actors="id\tkind\tname\nlavrov\tperson\tSergei Lavrov\n"), "a")
    assert tabs.data == plain and not tabs.problems


def test_lists_are_split_and_cells_may_hold_lines(tmp_path: Path) -> None:
    sheets = {
        "actors": 'id,kind,name,aliases,description\na,person,A," B; C ;;D","two\nlines"\n"b",group,"B ""b""",,\n',
        "places": "id,name\ngeneva,Geneva\n",
    }
    tree = csv_folder.read(_write(tmp_path / "more-talks", **sheets), "more-talks")
    assert not tree.problems
    assert tree.data["title"] == "More talks"
    assert tree.data["actors"][0] == {
        "id": "a", "kind": "person", "name": "A", "aliases": ["B", "C", "D"], "description": "two\nlines",
    }  # fmt: skip
    assert tree.data["actors"][1]["name"] == 'B "b"'
    assert tree.lines[("actors", 0)] == ("more-talks/actors.csv", 2)
    assert tree.lines[("actors", 1)] == ("more-talks/actors.csv", 4)
    assert tree.lines[("places", 0)] == ("more-talks/places.csv", 2)


def test_an_empty_sheet_says_nothing(tmp_path: Path) -> None:
    folder = _write(
        tmp_path / "table", actors="id,kind,name\nlavrov,person,Sergei Lavrov\n", topics="", claims="id,text\n"
    )
    assert counts(load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])) == (1, 0, 0, 0)


def test_a_changed_cell_changes_one_entity_and_a_row_taken_out_removes_one(graph: Graph, tmp_path: Path) -> None:
    folder = tmp_path / "table"
    shutil.copytree(TABLE, folder)
    first = load(graph, [folder])
    _edit(folder / "meetings.csv", "Last session in Anchorage", "The last session in Anchorage")
    assert counts(load(graph, [folder])) == (0, 1, first.new - 1, 0)
    lines = (folder / "claims.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "claims.csv").write_text("".join(lines[:-1]), encoding="utf-8")
    gone = lines[-1].split(",")[0]
    with pytest.raises(InputError, match=f"'{gone}' has no row in meetings.csv"):
        load(graph, [folder])
    reports = (folder / "reports.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in reports if not line.startswith(gone)]
    (folder / "reports.csv").write_text("".join(kept), encoding="utf-8")
    assert counts(load(graph, [folder])) == (0, 0, first.new - 1, 1)
    assert dump(graph) == dump(clean(tmp_path, [folder]))


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_names_of_files_may_have_capitals_but_not_stand_twice(tmp_path: Path) -> None:
    folder = _write(tmp_path / "table", actors="id,kind,name\nlavrov,person,Sergei Lavrov\n")
    (folder / "actors.csv").rename(folder / "ACTORS.CSV")
    assert counts(load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])) == (1, 0, 0, 0)
    _write(folder, actors="id,kind,name\nblinken,person,Antony Blinken\n")
    if len(list(folder.iterdir())) == 2:  # not where capitals make no difference
        with pytest.raises(InputError, match="actors.csv:1: `actors` has a file here already"):
            load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])


def test_a_folder_with_dossiers_and_sheets_is_read_whole(tmp_path: Path) -> None:
    folder = _write(tmp_path / "table", actors="id,kind,name\nlavrov,person,Sergei Lavrov\n")
    (folder / "more.yaml").write_text("title: More\ntopics:\n  - {id: gas, name: Gas}\n", encoding="utf-8")
    summary = load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])
    assert counts(summary) == (2, 0, 0, 0)
    assert str(summary).startswith("2 files: ")


def test_a_sheet_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _write(tmp_path / "table", actors="id,kind,name\nlavrov,person,Sergei Lavrov\n", topics="id,name\n")
    monkeypatch.setattr(csv_folder, "LARGEST_FILE_BYTES", 20)
    tree = csv_folder.read(folder, "table")
    assert [str(problem)[:31] for problem in tree.problems] == ["table/actors.csv:1: this file ha"[:31]]
    assert "actors" not in tree.data


def test_the_folder_one_stands_in_has_a_name_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "spring-talks"
    folder.mkdir()
    (folder / "actors.csv").write_text("id,kind,name\nann,person,Ann\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [Path(".")])
    assert [(each["id"], each["title"]) for each in status(graph).files] == [("spring-talks", "Spring talks")]
