"""Hostile files through `explorer load`: each is loaded or refused in a few plain lines, never with a traceback.

What is attacked is listed by the program's own tables: every format, section, field and column. A further case is one
line in CONTENTS, VALUES, SIGNS or SPECIAL.
"""

from __future__ import annotations

import csv
import io
import json
import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import explorer

from explorer.reading import csv_table, dossier, records, source_text, text_files
from explorer.reading.csv_sheets import SHEETS
from explorer.reading.input_files import FORMATS
from explorer.reading.records import MODELS

MOST_LINES, MOST_CHARACTERS = 1200, 400_000
CONTENTS = {
    "nothing": b"",
    "a zero byte": b"title: A\0\n",
    "zero bytes": b"\0" * 1000,
    "UTF-16": "title: A\nid,name\n".encode("utf-16"),
    "UTF-32": "title: A\nid,name\n".encode("utf-32"),
    "Latin-1": "title: Gen\xe8ve\nid,n\xe8me\n".encode("latin-1"),
    "cut in a sign": "title: Genè".encode()[:-1],
    "PDF": b"%PDF-1.7\n%\xe2\xe3\n1 0 obj\n",
    "ZIP": b"PK\x03\x04" + bytes(range(256)),
    "old Word": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "RTF": b"{\\rtf1 title: A}",
    "gzip": b"\x1f\x8b\x08\0",
    "a picture": b"\x89PNG\r\n\x1a\n",
    "brackets": b"[" * 3000,
    "braces": b"{a: " * 3000,
    "open quotation mark": b'title: "A\nid,name\na,"b\n',
    "one long line": b"a" * 300_000,
    "many columns": b",".join(b"c%d" % n for n in range(20_000)) + b"\n" + b"1," * 20_000,
    "many fields": b"".join(b"f%d: 1\n" % n for n in range(3000)),
    "the same field": b"title: A\n" * 500,
    "aliases of aliases": b"a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a merge": b"a: &a {b: c}\ntitle: A\n<<: *a\n",
    "a tag": b"title: !!python/object/apply:os.system ['true']\n",
    "documents": b"title: A\n---\ntitle: B\n",
    "numbers as names": b"1: 2\n? [a, b]\n: c\ntrue: false\n",
    "other line ends": "title: A\u2028id,name\u0085x,y\r\r\n".encode(),
    "controls": bytes(range(1, 32)) * 20,
}  # fmt: skip
VALUES: dict[str, object] = {
    "empty": "", "white space": " \u00a0\u200b", "nothing": None, "a list": ["a", "a"], "lists": [[["a"]]], "a map": {"a": {"b": "c"}},
    "a list of maps": [{"a": "b"}] * 3, "long": "a" * 20_000, "a long number": "9" * 5000, "a negative number": "-1",
    "an exponent": "1e999", "marks": "\u202eA\u0301" * 50, "an emoji": "\U0001f600", "half a sign": "\ud800", "a formula": "=1+1",
    "markup": "<script>alert(1)</script>", "statement": "'}) DETACH DELETE n //", "path": "../../../etc/passwd", "percent": "%s{0}$x",
    "a pipe": "/dev/zero", "a date that is none": "2022-99-99/2022-00", "expands": "\ufdfa" * 900, "quotation marks": "'\"`" * 100,
}  # fmt: skip
#: What people write as a value, and what helps.
SIGNS = {
    "name: @ann": "put the value in quotation marks", "name: `ann`": "put the value in quotation marks",
    "name: *ann": "put the value in quotation marks", "name: &ann Ann": "put the value in quotation marks",
    "name: !ann Ann": "put the value in quotation marks", "name: %ann": "put the value in quotation marks",
    "name: 'Ann' Arden": "put the value in quotation marks", 'name: "Ann" Arden': "put the value in quotation marks",
    "name: [sic] Ann": "put the value in quotation marks", "name: {Ann} A": "put the value in quotation marks",
    "name: Ann: a name": "put the value in quotation marks", "name: > Ann": "put the value in quotation marks",
    "name: - Ann": "put the value in quotation marks", "name: ? Ann": "put the value in quotation marks",
    "name: Null": "if the word is meant, put it in quotation marks", "name: ~": "if the word is meant, put it in quotation marks",
    "name: Ann, aliases: Anna": "put the value in quotation marks", "\tname: Ann": "write spaces",
    'name: "C:\\users"': "write \\\\", 'name: "\\ud83d"': "half a sign",
}  # fmt: skip


def _load(graph: Path, path: Path) -> subprocess.CompletedProcess[str]:
    result = explorer("--graph", graph, "load", path, "--dry-run")
    assert result.returncode in (0, 1, 2)
    assert len(result.stderr) < MOST_CHARACTERS and result.stderr.count("\n") < MOST_LINES
    return result


def _refused(graph: Path, path: Path, *words: str) -> str:
    result = _load(graph, path)
    assert result.returncode == 1, result.stderr
    assert all(word in result.stderr for word in words), result.stderr
    return result.stderr


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.plural)
def test_any_bytes_in_any_format(form: object, content: str, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    names = SHEETS if form.is_folder else ["hostile"]  # type: ignore[attr-defined]
    for name in names:
        (folder / f"{name}{form.suffixes[0]}").write_bytes(CONTENTS[content])  # type: ignore[attr-defined]
    result = _load(tmp_path / "g.kgl", folder)
    assert result.returncode == 0 or str(folder) in result.stderr


@pytest.mark.parametrize("content", CONTENTS)
def test_any_bytes_as_a_text(content: str, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_bytes(CONTENTS[content])
    path = tmp_path / "d.yaml"
    path.write_text("title: T\nsources: [{id: s, title: S, text: s.txt}]\n", encoding="utf-8")
    result = _load(tmp_path / "g.kgl", path)
    assert result.returncode == 0 or f"{path}:2: `text`: 's.txt', line " in result.stderr


@pytest.mark.parametrize("sign", ["<!--", "<![", "<a ", "<?", "<title>", "<meta content='", "<div>"])
def test_a_page_that_is_one_sign_over_and_over_is_read_like_any_other(sign: str, tmp_path: Path) -> None:
    (tmp_path / "s.html").write_text(sign * (300_000 // len(sign)), encoding="utf-8")
    path = tmp_path / "d.yaml"
    path.write_text("title: T\nsources: [{id: s, title: S, text: s.html}]\n", encoding="utf-8")
    assert _load(tmp_path / "g.kgl", path).returncode == 0


@pytest.mark.parametrize("value", VALUES)
def test_any_value_in_any_field_of_a_dossier(value: str, tmp_path: Path) -> None:
    for number, (place, record) in enumerate(MODELS.items()):
        data: object = dict.fromkeys(record.model_fields, VALUES[value])
        for name in reversed(place):
            data = {name: [data], "id": "x", "title": "T"} if name != place[0] else {name: [data], "title": "T"}
        path = tmp_path / f"d{number}.yaml"
        path.write_text(json.dumps(data), encoding="utf-8")
    _load(tmp_path / "g.kgl", tmp_path)


@pytest.mark.parametrize("value", [name for name, value in VALUES.items() if isinstance(value, str) and name != "half a sign"])
def test_any_value_in_any_column_of_a_sheet(value: str, tmp_path: Path) -> None:
    folder = tmp_path / "table"
    folder.mkdir()
    for name, sheet in SHEETS.items():
        out = io.StringIO()
        csv.writer(out).writerows([sheet.all_columns, [VALUES[value]] * len(sheet.all_columns)])
        (folder / f"{name}.csv").write_text(out.getvalue(), encoding="utf-8")
    _load(tmp_path / "g.kgl", folder)


@pytest.mark.parametrize("line", SIGNS)
def test_signs_that_mean_something_in_yaml_are_told_with_what_helps(line: str, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(f"title: T\nactors:\n  - id: ann\n    kind: person\n    {line}\n", encoding="utf-8")
    assert SIGNS[line] in _refused(tmp_path / "g.kgl", path, f"{path}:5: ")


def test_a_comma_between_brackets_is_told_with_what_helps(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("title: T\ntopics:\n  - {id: gas, name: Gas, oil and coal}\n", encoding="utf-8")
    said = _refused(tmp_path / "g.kgl", path, f"{path}:3: `oil and coal` stands here without a value")
    assert "quotation marks" in said and "1 problem;" in said


def test_a_pair_that_json_writes_for_one_sign_is_that_sign(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(json.dumps({"title": "T", "topics": [{"id": "a", "name": "A \U0001f600"}]}), encoding="ascii")
    assert _load(tmp_path / "g.kgl", path).returncode == 0


def test_an_address_in_place_of_a_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text("title: T\nsources: [{id: s, title: S, text: 'https://example.org/a'}]\n", encoding="utf-8")
    _refused(tmp_path / "g.kgl", path, f"{path}:2: ", "is an address: write it as `url`")


@pytest.mark.parametrize("name", ["Anna Arden, " * 800, "A" * 1001, "\ufdfa" * 900, "\U0001f469" * 900])
def test_names_that_no_engine_could_look_up_are_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / "d.yaml"
    path.write_text(json.dumps({"title": "T", "topics": [{"id": "a", "name": "A", "aliases": [name]}]}), encoding="utf-8")
    _refused(tmp_path / "g.kgl", path, f"{path}:1: `aliases`: a name may have 1,000 characters")


@pytest.mark.parametrize("occurrence", ["9" * 5000, "9" * 300, "1000001", "-1", "1.5", "0x10", "ten"])
def test_an_occurrence_that_is_no_number_is_refused(occurrence: str, tmp_path: Path) -> None:
    (tmp_path / "s.txt").write_text("They met.", encoding="utf-8")
    path = tmp_path / "d.yaml"
    report = f"{{quote: They met, occurrence: {occurrence}}}"
    path.write_text(
        "title: T\nsources: [{id: s, title: S, text: s.txt}]\ntopics: [{id: a, name: A}]\n"
        f"meetings: [{{id: m, title: M, topics: a, reports: [{report}]}}]\n", encoding="utf-8",
    )  # fmt: skip
    _refused(tmp_path / "g.kgl", path, f"{path}:4: `occurrence` must be a whole number", "1 problem;")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _linked_pipe(path: Path) -> None:
    os.mkfifo(path.with_name("pipe"))
    path.symlink_to("pipe")


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the address of a socket is short
    try:
        with socket.socket(socket.AF_UNIX) as bound:
            bound.bind(path.name)
    finally:
        os.chdir(here)


SPECIAL: dict[str, tuple[Callable[[Path], None], str]] = {
    "a pipe": (_pipe, "a named pipe, not a file"),
    "a device": (_device, "a device, not a file"),
    "a link to a pipe": (_linked_pipe, "a named pipe, not a file"),
    "a socket": (_socket, "a socket, not a file"),
}


def _in_a_process(folder: Path, *paths: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, which is ended if it waits for what never comes."""
    command = [sys.executable, "-m", "explorer", "--graph", str(folder / "g.kgl"), "load", *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("special", SPECIAL)
def test_what_is_no_file_is_told_at_once(special: str, tmp_path: Path) -> None:
    make, words = SPECIAL[special]
    places = ("a dossier/d.yaml", "a table/meetings.csv", "a text/s.txt")
    for place in map(tmp_path.joinpath, places):
        place.parent.mkdir()
        make(place)
    (tmp_path / "a text" / "t.yaml").write_text("title: T\nsources: [{id: s, title: S, text: s.txt}]\n", encoding="utf-8")
    folders = [tmp_path / place.partition("/")[0] for place in places]
    result = _in_a_process(tmp_path, *folders)
    # A link out of the folder is not followed at all.
    expected = 2 if special == "a device" else 3
    assert result.returncode == 1 and result.stderr.count(words) == expected, result.stderr


@pytest.mark.parametrize("special", SPECIAL)
def test_what_is_no_file_is_told_when_it_is_named(special: str, tmp_path: Path) -> None:
    SPECIAL[special][0](tmp_path / "hostile")
    result = _in_a_process(tmp_path, tmp_path / "hostile")
    assert result.returncode == 2 and SPECIAL[special][1].partition(",")[0] in result.stderr


# Limits, lowered here so that little is enough to pass them.


def test_a_dossier_of_too_many_values_is_refused_where_they_are_too_many(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dossier, "MOST_VALUES", 100)
    path = tmp_path / "d.yaml"
    path.write_text("title: T\ntopics:\n" + "  - {id: a, name: A}\n" * 50, encoding="utf-8")
    _refused(tmp_path / "g.kgl", path, "more than 100 names and values", "a folder of CSV files", f"{path}:2")


def test_files_that_are_too_large_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dossier, "LARGEST_DOSSIER_BYTES", 1000)
    monkeypatch.setattr(source_text, "LARGEST_TEXT_BYTES", 1000)
    monkeypatch.setattr(csv_table, "MOST_LINES", 10)
    (tmp_path / "s.txt").write_text("a" * 1001, encoding="utf-8")
    path = tmp_path / "d.yaml"
    path.write_text("title: T\nsources: [{id: s, title: S, text: s.txt}]\n", encoding="utf-8")
    _refused(tmp_path / "g.kgl", path, "'s.txt', line 1: this file has more than")
    path.write_text("title: T\n" + "#" * 1000, encoding="utf-8")
    _refused(tmp_path / "g.kgl", path, f"{path}:1: this file has more than")
    table = tmp_path / "table"
    table.mkdir()
    (table / "topics.csv").write_text("id,name\n" + "a,b\n" * 10, encoding="utf-8")
    _refused(tmp_path / "g.kgl", table, "more than 10 lines: split it", "1 problem;")


def test_a_file_that_grows_while_it_is_read_is_read_no_further(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"a" * 11)
    with pytest.raises(text_files.NoText, match="more than"):
        text_files.content(path, 10)
    assert text_files.content(path, 11) == b"a" * 11


def test_a_value_longer_than_any_text_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "table"
    folder.mkdir()
    (folder / "topics.csv").write_text(f"id,name\na,{'a' * 1_000_001}\n", encoding="utf-8")
    (folder / "meetings.csv").write_text(f"id,title\nm,{'a' * 1_000_001}\n{'m' * 1_000_001},M\n", encoding="utf-8")
    said = _refused(tmp_path / "g.kgl", folder, "meetings.csv:2: `title` may have 1,000,000 characters, not 1,000,001")
    assert len(said) < 10_000


def test_many_faults_of_many_kinds_are_told_in_few_lines(tmp_path: Path) -> None:
    fields = {name: f"wrong {name}" for name in records.MODELS[("meetings",)].model_fields}
    data = {"title": "T", "meetings": [{**fields, "id": f"m{n}", f"x{n}": "y", "date": f"no{n}"} for n in range(1000)]}
    path = tmp_path / "d.yaml"
    path.write_text(json.dumps(data, indent=0), encoding="utf-8")
    said = _refused(tmp_path / "g.kgl", path, "... and 980 more of this kind", " problems; nothing was written.")
    assert said.count("unknown field") == 20
