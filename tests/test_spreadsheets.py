"""Sheets as spreadsheets save them, and files as other programs name them, are read; a raw table is judged once."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from graph_dump import dump

from explorer.errors import InputError
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load

ROWS = [["id", "kind", "name", "aliases"], ["ann", "person", "Ann Arden", "Anna;A. Arden"], ["ben", "person", "Ben", ""]]


def _sheet(separator: str, end: str = "\r\n", more: str = "", every: str = "") -> str:
    lines = [separator.join(f'"{cell}"' if ";" in cell else cell for cell in row) + every for row in ROWS]
    return end.join([*lines, more])


SAVED = {
    "commas": _sheet(","),
    "semicolons": _sheet(";"),
    "tabs": _sheet("\t"),
    "bars": _sheet("|"),
    "semicolons, and Excel told so": "sep=;\r\n" + _sheet(";"),
    "line ends of Unix": _sheet(",", "\n"),
    "line ends of old Macs": _sheet(",", "\r"),
    "a mark of the byte order": "\ufeff" + _sheet(","),
    "empty columns": _sheet(",", every=",,"),
    "empty columns of semicolons": _sheet(";", every=";;;"),
    "empty rows before and after": ",,,\r\n\r\n" + _sheet(",", more=",,,\r\n , ,\r\n\r\n"),
    "rows longer than the header": _sheet(",").replace("Ben,", "Ben,,,,,"),
    "quotation marks around all": '"id";"kind";"name";"aliases"\n"ann";"person";"Ann Arden";"Anna;A. Arden"\n"ben";"person";"Ben";""\n',
}  # fmt: skip
SAVED |= {
    "capitals": _sheet(",").replace("id,kind,name,aliases", "ID,Kind,NAME,Aliases"),
    "capitals and semicolons": _sheet(";").replace("id;kind;name;aliases", "Id;Kind;Name;Aliases"),
    "signs around the names": _sheet("\t").replace("id\tkind\tname", " I D \t_kind_\tName:"),
}
#: What stands in actors.csv, the line of the message, words of it.
REFUSED = {
    "a column without a name": ("id,kind,name,\nann,person,Ann,old\n", 2, "a column without a name has 'old'"),
    "too many cells": ("id,kind,name\nann,person,Arden, Ann\n", 2, "4 cells for 3 columns"),
    "a backslash before a quotation mark": (
        "id,kind,name\n" + "".join(f"p{n},person,P\n" for n in range(7)) + 'x,person,"A \\"n\\" B"\n', 9, 'write it twice, as ""',
    ),
    "an open quotation mark": ('id,kind,name\na,person,A\nb,person,"B\nc,person,C\n', 3, "is never closed"),
    "a zero byte": ("id,kind,name\na,person,A\nb,person,B\0\n", 3, "zero byte"),
    "one column of another name": ("id,kind,nmae\na,person,A\n", 1, "unknown column `nmae`: did you mean `name`?"),
    "one of another name, in capitals": ("ID,KIND,NMAE\na,person,A\n", 1, "unknown column `NMAE`: did you mean `name`?"),
    "one column in two spellings": ("id,kind,Name,name\na,person,A,B\n", 1, "the column `name` stands here twice"),
    "another table": ("no,person,from,at,with,why\n" + "1,a,b,c,d,e\n" * 50, 1, "this table has other columns: `no`, `person`"),
    "no header": ("ann,person,Ann Arden\nben,person,Ben\n", 1, "the first line of actors.csv names columns out of id, kind"),
}  # fmt: skip
#: The same in bytes.
NO_TEXT = {
    "UTF-16": (_sheet("\t").encode("utf-16"), "this is text in UTF-16"),
    "UTF-16 without its mark": (_sheet("\t").encode("utf-16-le"), "zero byte"),
    "Windows": (_sheet(",").replace("Ben", "Bén").encode("cp1252"), "not UTF-8 text (byte #xe9): save the sheet as CSV UTF-8"),
    "XLSX": (b"PK\x03\x04\x14\0", "ZIP file, as DOCX, XLSX"),
}  # fmt: skip


def _folder(tmp_path: Path, content: bytes, name: str = "actors.csv") -> Path:
    folder = tmp_path / "table"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(content)
    return folder


def _refused(tmp_path: Path, folder: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])
    return caught.value


@pytest.mark.parametrize("name", SAVED)
def test_a_sheet_is_read_as_it_was_saved(name: str, tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "g.kgl")
    load(graph, [_folder(tmp_path, SAVED[name].encode())])
    actors = {own["id"]: own for labels, given in dump(graph)[0] if "Actor" in labels for own in [dict(given)]}
    assert sorted(actors) == ["ann", "ben"]
    assert (actors["ann"]["name"], list(actors["ann"]["aliases"])) == ("Ann Arden", ["A. Arden", "Anna"])


@pytest.mark.parametrize("heading", ["on_behalf_of", "On behalf of", "on-behalf-of", "ON BEHALF OF", "OnBehalfOf"])
def test_a_column_of_several_words_is_read_however_they_are_joined(heading: str, tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "g.kgl")
    folder = _folder(tmp_path, b"ID;Kind;Name\nann;person;Ann\nben;person;Ben\n")
    _folder(tmp_path, b"Id,Title\npaper,The paper\n", "sources.csv")
    _folder(tmp_path, f"Id,Text,Speaker,{heading},Source\nc,It is so.,ann,ben,paper\n".encode(), "claims.csv")
    load(graph, [folder])
    made = [(each[2], dict(each[3])["capacity"]) for each in dump(graph)[1] if "MADE_BY" in each]
    assert sorted(capacity for _, capacity in made) == ["on behalf of", "speaker"]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told_once_with_its_line(name: str, tmp_path: Path) -> None:
    text, line, words = REFUSED[name]
    [problem] = _refused(tmp_path, _folder(tmp_path, text.encode())).problems
    assert problem.line == line and words in problem.message


@pytest.mark.parametrize("name", NO_TEXT)
def test_an_encoding_that_is_not_read_is_told(name: str, tmp_path: Path) -> None:
    content, words = NO_TEXT[name]
    [problem] = _refused(tmp_path, _folder(tmp_path, content)).problems
    assert words in problem.message


def test_long_cells_are_read(tmp_path: Path) -> None:
    cell = "word " * 60_000
    folder = _folder(tmp_path, f"id,kind,name,description\nann,person,Ann,{cell}\n".encode())
    assert load(EmbeddedGraph(tmp_path / "g.kgl"), [folder]).new == 1


def test_what_refers_to_a_sheet_of_other_columns_is_not_faulty_too(tmp_path: Path) -> None:
    _folder(tmp_path, b"id,kind,nmae\n" + b"".join(b"p%d,person,P\n" % n for n in range(100)))
    _folder(tmp_path, b"id,title\nm,Talks\n", "meetings.csv")
    _folder(tmp_path, b"meeting,actor\n" + b"".join(b"m,p%d\n" % n for n in range(100)), "participants.csv")
    folder = _folder(tmp_path, b"record,source\nm,s\n", "reports.csv")
    _folder(tmp_path, b"id,title\ns,A source\n", "sources.csv")
    [problem] = _refused(tmp_path, folder).problems
    assert "unknown column `nmae`" in problem.message


def test_of_many_faults_of_a_kind_the_first_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"m{n},Talks,soon-{n},gone-{n}\n" for n in range(5000))
    error = _refused(tmp_path, _folder(tmp_path, f"id,title,date,place\n{rows}".encode(), "meetings.csv"))
    dates = [each for each in error.problems if "`date`" in each.message]
    assert [each.line for each in dates] == list(range(2, 22))
    assert {group.number for group in error.groups} == {5000}
    lines = str(error).splitlines()
    assert lines.count("  ... and 4,980 more of this kind") == len(error.groups) == 3
    assert lines[-1] == "15,000 problems; nothing was written." and len(lines) == 64


@pytest.mark.parametrize("name", ["._talks.yaml", ".#talks.yaml", ".~lock.talks.yaml", "~$talks.yaml", "._actors.csv", "Thumbs.db"])
def test_files_of_other_programs_are_passed_over(name: str, tmp_path: Path) -> None:
    folder = _folder(tmp_path, b"\0\5\x16\7", name)
    (folder / "talks.yaml").write_text("title: Talks\ntopics: [{id: gas, name: Gas}]\n", encoding="utf-8")
    summary = load(EmbeddedGraph(tmp_path / "g.kgl"), [folder])
    assert (summary.files, summary.new) == (1, 1)


@pytest.mark.parametrize(
    ("file", "written"),
    [
        (unicodedata.normalize("NFD", "Gespräch.txt"), "Gespräch.txt"),
        ("Gespräch.txt", unicodedata.normalize("NFD", "Gespräch.txt")),
        ("texte/Gespräch.txt", unicodedata.normalize("NFD", r"texte\Gespräch.txt")),
        (unicodedata.normalize("NFD", "Café/talks.txt"), r"Café\talks.txt"),
        (r"back\slash.txt", r"back\slash.txt"),
    ],
)
def test_a_text_is_found_under_a_name_that_reads_the_same(file: str, written: str, tmp_path: Path) -> None:
    (tmp_path / "d" / file).parent.mkdir(parents=True)
    (tmp_path / "d" / file).write_text("They met.", encoding="utf-8")
    dossier = tmp_path / "d" / "talks.yaml"
    dossier.write_text(f"title: T\nsources: [{{id: s, title: S, text: '{written}'}}]\n", encoding="utf-8")
    graph = EmbeddedGraph(tmp_path / "g.kgl")
    load(graph, [dossier])
    assert [dict(own).get("text") for labels, own in dump(graph)[0] if dict(own)["id"] == "s"] == ["They met."]


@pytest.mark.parametrize("cell", ["New Member's Bar, Strasbourg", '"New Member\'s Bar, Strasbourg"', "New Member's Bar, Strasbourg,,"])
def test_of_a_single_column_each_line_is_one_cell(tmp_path: Path, cell: str) -> None:
    folder = _folder(tmp_path, SAVED["semicolons"].encode())
    _folder(tmp_path, f"name\n{cell}\nBern\n".encode(), "places.csv")
    graph = EmbeddedGraph(tmp_path / "g.kgl")
    load(graph, [folder])
    places = {dict(own)["name"] for labels, own in dump(graph)[0] if "Place" in labels}
    assert places == {"New Member's Bar, Strasbourg", "Bern"}


def test_an_id_in_two_sheets_is_told_with_the_sheet_of_the_first(tmp_path: Path) -> None:
    folder = _folder(tmp_path, SAVED["commas"].encode())
    _folder(tmp_path, b"id,name\nann,Ann Ltd\n", "organizations.csv")
    [problem] = _refused(tmp_path, folder).problems
    assert problem.file.endswith("organizations.csv") and problem.line == 2
    assert f"stands already in line 2 of {folder / 'actors.csv'}: choose another" in problem.message


def test_what_follows_from_a_sheet_that_cannot_be_read_is_left_out_and_the_sheet_is_told_first(tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "g.kgl")
    folder = _folder(tmp_path, SAVED["commas"].encode())
    _folder(tmp_path, b"id,title\npaper,The paper\n", "sources.csv")
    _folder(tmp_path, b"name\nGeneva\nBern\n", "places.csv")
    meetings = "".join(f"m{n},Talks {n},{place}\n" for n, place in enumerate(["bern", "Geneva", "geneva", "Rue du Lac"]))
    _folder(tmp_path, f"id,title,place\n{meetings}".encode(), "meetings.csv")
    _folder(tmp_path, "".join(["record,source\n", *(f"m{n},paper\n" for n in range(4))]).encode(), "reports.csv")
    _folder(tmp_path, b"name\nGeneva\nBern\nRue du Lac\n", "places.csv")
    load(graph, [folder])
    for name, cells in (("places", "name\nGenève\n"), ("sources", "id,title\npaper,Le café\n"), ("actors", "id,kind,name\na,person,É\n"), ("reports", "record,source,quote\nm1,paper,Café\n")):
        before = (folder / f"{name}.csv").read_bytes()
        _folder(tmp_path, cells.encode("cp1252"), f"{name}.csv")
        for target in (graph, EmbeddedGraph(tmp_path / "new.kgl")):
            with pytest.raises(InputError) as caught:
                load(target, [folder])
            [problem] = caught.value.problems
            assert problem.file.endswith(f"{name}.csv") and "not UTF-8" in problem.message
        (folder / f"{name}.csv").write_bytes(before)
    _folder(tmp_path, "name\nGenève\n".encode("cp1252"), "places.csv")
    _folder(tmp_path, b"id,kind,name\nann,people,Ann\n", "actors.csv")
    told = _refused(tmp_path, folder).problems
    assert [Path(each.file).name for each in told] == ["places.csv", "actors.csv"]


def test_records_are_not_without_reports_where_the_sheet_of_reports_is_another_table(tmp_path: Path) -> None:
    folder = _folder(tmp_path, b"id,title\nm1,Talks\nm2,More talks\n", "meetings.csv")
    _folder(tmp_path, b"record,sauce\nm1,paper\n", "reports.csv")
    [problem] = _refused(tmp_path, folder).problems
    assert problem.file.endswith("reports.csv") and "did you mean `source`" in problem.message
