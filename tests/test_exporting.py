"""What is exported and imported by Neo4j's own tool is the same graph: it answers, loads and retracts alike."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from conftest import ROOT, SAMPLE, TABLE, wipe
from dossiers import talks
from engines import IMAGES, Neo4jServer
from graph_dump import dump
from importing import imported_server
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError

import explorer
from explorer.catalogue import catalogue
from explorer.cli import main
from explorer.connection import Connection
from explorer.errors import GraphError
from explorer.exporting.exporter import export
from explorer.graph.bolt import BoltGraph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.loading.retraction import restore, retract
from explorer.reading import records
from explorer.settings import Settings
from explorer.statements import Statement, statements

HOSTILE = [
    'quoted "twice" and ""', "one line\nand another\n\nand a third", "a comma, a semicolon; a tab\there", "C:\\path\\",
    '\\"', "'single'", "=1+1", "+1", "-1", "@name", "😀 👩‍👩‍👧", "שלום עולם العربية", "null", "true", "42", "2022-01-21",
    "line\u2028and\u0085next", "`ticks` ${dollar} %percent% #hash", "\u00a0wide\u3000spaces\u00a0here",
]  # fmt: skip
TEXT = "\n".join([*HOSTILE, "A quote.", "Another \"quote\", with 'more'.\r\n"])
#: With what is searched for, more than the import tool has room for if it is not asked to make some.
LONG = TEXT + "long " * 450_000
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("meetings-involving", {"actor": "lavrov"}),
    ("meetings-between", {"actor": "lavrov", "other": "blinken"}),
    ("who-met", {"actor": "blinken"}),
    ("claims-by", {"actor": "lavrov"}),
    ("disputed-claims", {}),
    ("differing-reports", {}),
    ("single-source", {}),
    ("offices-of", {"actor": "lavrov"}),
    ("path-between", {"actor": "sullivan", "other": "parmelin"}),
    ("search", {"words": "security"}),
    ("most-connected", {}),
    ("timeline", {"actor": "stoltenberg"}),
]
_COUNTS = Statement("test/counts", "MATCH (n) RETURN labels(n) AS labels, count(n) AS number")


def hostile(folder: Path) -> Path:
    """A dossier with every field that there is, and in each text something that a CSV file may stumble over."""
    texts = iter(HOSTILE * 10)
    words = {"source": "s1", "quote": "A quote.", "occurrence": 1, "page": next(texts)}
    said = {**words, "date": "2022-01~", "place": "p1"}
    report = {"source": "s2", "quote": "Another \"quote\", with 'more'.", "status": "planned"}
    dossier: dict[str, Any] = {
        "id": "hostile", "title": 'Hostile, "all of it"',
        "sources": [
            {"id": "s1", "title": next(texts), "text": "s1.txt", "url": "https://s.example/?a=1,2;3", "kind": next(texts),
             "archive_url": "https://a.example/", "publisher": next(texts), "author": next(texts), "language": "ru",
             "published": "2022", "retrieved": "2022-01-21"},
            {"id": "s2", "title": next(texts), "text": "s2.txt"},
            {"id": "s3", "title": "No text at all"},
            {"id": "s4", "title": "A text of nothing", "text": "s4.txt"},
        ],
        "places": [{"id": "p1", "name": next(texts), "country": next(texts), "aliases": HOSTILE, "part_of": "p2"}, {"id": "p2", "name": "P"},
                   {"id": "p3", "name": "The first again", "part_of": "p1"}],
        "topics": [{"id": "t1", "name": next(texts), "aliases": ["a;b", "a,b"]}, {"id": "t2", "name": "T"}],
        "actors": [
            {"id": f"a{number}", "kind": kind, "name": f"{next(texts)} {number}", "aliases": HOSTILE[number : number * 3],
             "description": next(texts), **({"part_of": "a1"} if number > 1 else {})}
            for number, kind in enumerate(("person", "state", "organization", "group"))
        ],
        "meetings": [
            {"id": "m1", "title": next(texts), "kind": next(texts), "format": next(texts), "status": "held",
             "date": "2022-01-18/2022-01-20", "duration": "PT1H", "place": "p1", "part_of": "m2", "topics": ["t1"],
             "summary": next(texts), "reports": [said, report],
             "participants": [{"actor": "a0", "role": next(texts), "status": "absent", "reports": [words]}, "a1"]},
            {"id": "m2", "title": "Undated", "date": "../2022-01-23", "summary": "long " * 20_000, "reports": [report]},
            {"id": "m3", "title": "The first again", "part_of": "m1", "reports": [report]},
        ],
        "claims": [
            {"id": "c1", "text": next(texts), "kind": next(texts), "speaker": "a0", "on_behalf_of": "a1", "to": ["a2"],
             "about": ["a3"], "about_meetings": ["m1"], "made_at": "m2", "date": "0033-04", "topics": ["t1", "t2"],
             "contradicts": ["c2"], "supports": ["c2"], "answers": ["c2"], "reports": [said]},
            {"id": "c2", "text": next(texts), "reports": [{"source": "s3"}]},
            {"id": "c3", "text": "The first again", "answers": ["c1"], "reports": [{"source": "s3"}]},
        ],
    }  # fmt: skip
    office = {"actor": "a1", "role": next(texts), "since": "2004-03", "until": "2022?", "reports": [words]}
    dossier["actors"][0]["affiliations"] = [office]
    dossier["same"] = [{"ids": ["t1", "t2"], "kind": "topic", "why": next(texts)}]
    dossier["same"] += [{"ids": [f"{kind}1", f"{kind}{other}"]} for kind, other in (("a", 2), ("m", 3), ("c", 3), ("p", 3))]
    dossier["different"] = [{"ids": ["a0", "a1"], "kind": "actor", "why": next(texts)}]
    folder.mkdir()
    for name, text in {"s1": LONG, "s2": TEXT, "s4": ""}.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    path = folder / "hostile.yaml"
    path.write_text(json.dumps(dossier, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """What is loaded: the sample, and the hostile dossier."""
    return [hostile(tmp_path_factory.mktemp("hostile") / "files"), SAMPLE, TABLE]


@pytest.fixture(scope="module")
def exported(paths: list[Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[EmbeddedGraph, Path]:
    """An embedded graph, and the folder into which it was exported by the command."""
    folder = tmp_path_factory.mktemp("exported")
    graph = EmbeddedGraph(folder / "graph.kgl")
    load(graph, paths)
    command(folder / "graph.kgl", folder / "files")
    return graph, folder / "files"


@pytest.fixture(scope="module", params=IMAGES.values())
def imported(request: pytest.FixtureRequest, exported: tuple[EmbeddedGraph, Path]) -> Iterator[BoltGraph]:
    """The same graph in a new Neo4j, imported by its tool."""
    with imported_server(request.param, exported[1]) as server:
        graph = BoltGraph(server.uri, server.username, server.password, server.database)
        yield graph
        graph.close()


def command(graph: Path, folder: Path) -> str:
    """What `explorer export` prints."""
    done = CliRunner().invoke(main, ["--graph", str(graph), "export", "--neo4j-import", str(folder)])
    assert done.exit_code == 0, done.output
    return done.output


def files(folder: Path) -> dict[str, list[str]]:
    """The rows of each file, in any order, the header first."""
    found = {}
    for path in folder.rglob("*.csv"):
        header, *rows = path.read_text(encoding="utf-8").split("\n")
        found[str(path.relative_to(folder))] = [header, *sorted(rows)]
    return found


def _given(record: records.Record) -> dict[type, set[str]]:
    """The fields that a record and all within it have, by model."""
    found: dict[type, set[str]] = defaultdict(set, {type(record): record.model_fields_set.copy()})
    for _, value in record:
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, records.Record):
                for model, names in _given(each).items():
                    found[model] |= names
    return found


def test_the_hostile_dossier_has_every_field(paths: list[Path]) -> None:
    given = _given(records.dossier(json.loads(paths[0].read_text(encoding="utf-8"))))
    for model in records.MODELS.values():
        assert given[model] >= set(model.model_fields), model


def test_every_kind_of_statement_has_its_file(exported: tuple[EmbeddedGraph, Path]) -> None:
    written = {each.name.rpartition("/")[2] for each in statements("load/relations")}
    assert {path.stem for path in (exported[1] / "relations").iterdir()} == written
    labels = {row["labels"][0] for row in exported[0].read(_COUNTS).rows}
    assert {path.stem for path in (exported[1] / "nodes").iterdir()} == {label.lower() for label in labels}


@pytest.mark.own_neo4j
def test_the_import_holds_the_same(exported: tuple[EmbeddedGraph, Path], imported: BoltGraph) -> None:
    assert dump(imported) == dump(exported[0])
    assert imported.state() == exported[0].state()


@pytest.mark.own_neo4j
def test_exporting_from_neo4j_gives_the_same_files(
    exported: tuple[EmbeddedGraph, Path], imported: BoltGraph, tmp_path: Path
) -> None:
    again = export(imported, tmp_path / "again")
    assert files(tmp_path / "again") == files(exported[1])
    assert again.left_out == 0


@pytest.mark.own_neo4j
def test_the_import_answers_alike(exported: tuple[EmbeddedGraph, Path], imported: BoltGraph) -> None:
    one, two = (Connection(graph, catalogue.load(None), Settings()) for graph in (exported[0], imported))
    for name, values in QUESTIONS:
        rows = one.run(name, values).rows  # type: ignore[union-attr]
        assert rows and two.run(name, values).rows == rows, name  # type: ignore[union-attr]


@pytest.mark.own_neo4j
def test_loading_the_same_files_into_the_import_changes_nothing(imported: BoltGraph, paths: list[Path]) -> None:
    before, version = dump(imported), imported.dataset()
    again = load(imported, paths)
    assert (again.new, again.changed, again.removed) == (0, 0, 0) and again.unchanged > 100
    assert (dump(imported), imported.dataset()) == (before, version)


@pytest.mark.own_neo4j
def test_retracting_from_the_import_is_exact(
    exported: tuple[EmbeddedGraph, Path], imported: BoltGraph, paths: list[Path], tmp_path: Path
) -> None:
    same = EmbeddedGraph(tmp_path / "same.kgl")
    load(same, paths)
    for source in ("geneva-notes", "s1"):
        assert retract(imported, source).falls == retract(same, source).falls
        assert dump(imported) == dump(same)
    for source in ("geneva-notes", "s1"):
        restore(imported, source)
    load(imported, paths)
    assert dump(imported) == dump(exported[0])


def test_what_is_printed_names_the_command(sample_file: Path, tmp_path: Path) -> None:
    output = command(sample_file, tmp_path / "files")
    told = (tmp_path / "files" / "README.txt").read_text(encoding="utf-8")
    run = re.search(r"^  (neo4j-admin database import full neo4j @import.args .*)$", output, re.M)
    assert run and run[1] in told and "--overwrite-destination" in told
    assert (ROOT / "docs" / "neo4j-import.md").read_text(encoding="utf-8").count(run[1]) == 2
    with explorer.connect(sample_file) as connection:
        assert str(connection.graph.dataset()) in output and str(connection.graph.dataset()) in told
    assert sorted(os.listdir(tmp_path)) == ["files"]
    assert (tmp_path / "files").stat().st_mode & 0o777 == 0o755


def test_a_folder_with_something_in_it_is_left_alone(sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").touch()
    for folder in (tmp_path, tmp_path / "mine.txt"):
        done = CliRunner().invoke(main, ["--graph", str(sample_file), "export", "--neo4j-import", str(folder)])
        assert done.exit_code == 2 and "is not an empty folder" in done.output
    assert os.listdir(tmp_path) == ["mine.txt"]


def test_an_empty_folder_is_taken_as_it_is(sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    empty = tmp_path / "empty"
    empty.mkdir(mode=0o700)
    same = empty.stat().st_ino
    monkeypatch.chdir(empty)
    command(sample_file, Path("."))
    assert (empty.stat().st_ino, empty.stat().st_mode & 0o777) == (same, 0o700)
    assert {each.name for each in empty.iterdir()} == {"README.txt", "finish.cypher", "import.args", "nodes", "relations"}


def test_whoever_runs_the_server_may_read_the_files(sample_file: Path, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        command(sample_file, tmp_path / "files")
    finally:
        os.umask(before)
    for path in (tmp_path / "files", *(tmp_path / "files").rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


def test_a_graph_that_is_empty_has_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="nothing to export"):
        export(EmbeddedGraph(tmp_path / "none.kgl", missing_ok=True), tmp_path / "files")
    assert not (tmp_path / "files").exists()


def test_a_graph_that_changes_meanwhile_is_not_exported(paths: list[Path], tmp_path: Path) -> None:
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [SAMPLE])

    def change(done: int, size: int) -> None:
        load(EmbeddedGraph(tmp_path / "graph.kgl"), [TABLE])

    with pytest.raises(GraphError, match="was changed while it was exported"):
        export(graph, tmp_path / "files", change)
    assert not list(tmp_path.glob("*files*"))


def test_an_alias_with_the_separator_of_lists_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.yaml"
    path.write_text('title: Odd\nactors: [{id: a, kind: person, name: A, aliases: ["one\\x1Ftwo"]}]\n', encoding="utf-8")
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [path])
    with pytest.raises(GraphError, match="'one␟two' holds the control character U\\+001F"):
        export(graph, tmp_path / "files")
    assert not list(tmp_path.glob("*files*"))


def test_an_unfinished_load_and_what_is_of_others_are_told(bolt: BoltGraph, tmp_path: Path) -> None:
    wipe(bolt)
    load(bolt, [talks(tmp_path / "talks")])
    with bolt.writing() as writer:
        writer.write(Statement("test/other", "UNWIND $rows AS row CREATE (:Other)-[:IS]->(:Other)"), [{}])
    assert export(bolt, tmp_path / "files").left_out == 3
    with bolt.writing() as writer:
        writer.write(Statement("test/begin", "UNWIND $rows AS row MATCH (d:Dataset) SET d.writing = 'now'"), [{}])
    with pytest.raises(GraphError, match="has not finished"):
        export(bolt, tmp_path / "more")
    wipe(bolt)


def test_what_is_run_after_it_stops_at_once_in_another_database(
    exported: tuple[EmbeddedGraph, Path], neo4j: Neo4jServer, bolt: BoltGraph
) -> None:
    first = (exported[1] / "finish.cypher").read_text(encoding="utf-8").split(";\n")[0]
    with GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as driver:
        wipe(bolt)
        with pytest.raises(Neo4jError, match="by zero"):
            driver.execute_query(first)
        load(bolt, [TABLE])
        assert driver.execute_query(first)[0][0]["imported"] == 1
    wipe(bolt)
