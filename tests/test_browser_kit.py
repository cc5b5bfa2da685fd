"""What `explorer browser-kit` writes: on either engine, again and again, and never over somebody else's files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import neo4j as driver
import pytest
from click.testing import CliRunner
from conftest import SAMPLE, TABLE, Holding
from engines import SERVERS, Neo4jServer

import explorer
from explorer import model
from explorer.answers.answer import Answer
from explorer.catalogue import catalogue
from explorer.catalogue.literals import with_literals
from explorer.cli import main
from explorer.connection import Connection
from explorer.examples.example_questions import examples
from explorer.examples.patience import Patience
from explorer.graph.bolt import BoltGraph
from explorer.neo4j_browser import guide, style
from explorer.neo4j_browser.drawing import drawing, has_drawing
from explorer.settings import Settings, from_environment
from explorer.statements import Statement, folder, statements
from explorer.web import create_app

CATALOGUE = catalogue.load()
STEPS = len(statements("neo4j-browser/guide"))


def _run(*arguments: Any) -> tuple[int, str]:
    done = CliRunner().invoke(main, [str(each) for each in arguments])
    return done.exit_code, done.output


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_kit_has_every_question_with_values_and_a_drawing(sample_file: Path, tmp_path: Path) -> None:
    code, said = _run("--graph", sample_file, "browser-kit", tmp_path / "kit")
    drawings = sum(map(has_drawing, CATALOGUE.values()))
    assert code == 0 and "saved-queries.zip" in said
    assert f"{len(CATALOGUE)} questions, {drawings} of them also as drawings" in said
    files = _files(tmp_path / "kit")
    question = files["saved-queries/Meetings/meetings-involving.cypher"].decode()
    assert question == (folder() / "queries" / "meetings-involving.cypher").read_text()
    values = files["saved-queries/Meetings/meetings-involving.values.cypher"].decode()
    assert re.search(r"^// .*\n:param actor => '[a-z-]+';\n", values) and ":param limit => 100;" in values
    drawn = files["saved-queries/Meetings/meetings-involving.drawing.cypher"].decode()
    assert drawn.startswith("// 2 Drawing: Meetings involving an actor\n") and "RETURN node, link, other" in drawn
    with ZipFile(BytesIO(files["saved-queries.zip"])) as archive:
        zipped = {f"saved-queries/{name}": archive.read(name) for name in archive.namelist()}
    assert zipped == {name: text for name, text in files.items() if name.startswith("saved-queries/")}
    assert len(zipped) == 2 * len(CATALOGUE) + drawings
    blank = [name for name, text in zipped.items() if name.endswith("values.cypher") and b"'the id of" in text]
    assert blank == []


def test_writing_again_brings_up_to_date_and_keeps_what_is_not_its_own(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, kit = tmp_path / "own", tmp_path / "kit"
    own.mkdir()
    text = re.sub(r"// @(ask|theme) .*\n", "", (folder() / "queries" / "meetings-in.cypher").read_text())
    (own / "gatherings-at.cypher").write_text(text.replace("// @param", "// @ask    gatherings at {place}\n// @param", 1))
    monkeypatch.setenv("EXPLORER_QUERIES", str(own))
    assert f"{len(CATALOGUE) + 1} questions" in _run("--graph", sample_file, "browser-kit", kit)[1]
    (kit / "notes.txt").write_text("mine")
    assert (kit / "saved-queries/More questions/gatherings-at.drawing.cypher").is_file()
    monkeypatch.delenv("EXPLORER_QUERIES")
    code, said = _run("--graph", sample_file, "browser-kit", kit)
    assert code == 0 and "3 files that are of no use any more were removed" in said
    assert (kit / "notes.txt").read_text() == "mine"
    assert not list(kit.rglob("gatherings-at*"))
    before = _files(kit)
    assert _run("--graph", sample_file, "browser-kit", kit)[0] == 0
    assert _files(kit) == before


def test_a_folder_with_other_files_is_left_alone(sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    code, said = _run("--graph", sample_file, "browser-kit", tmp_path)
    assert code == 2 and "holds other files: name a new folder" in said
    assert list(_files(tmp_path)) == ["thesis.txt"]


def test_a_file_of_ones_own_in_a_place_of_the_kit_is_left_alone(sample_file: Path, tmp_path: Path) -> None:
    kit = tmp_path / "kit"
    assert _run("--graph", sample_file, "browser-kit", kit)[0] == 0
    listed = (kit / ".browser-kit").read_text().splitlines()
    (kit / ".browser-kit").write_text("\n".join(name for name in listed if name != "guide.html"))
    (kit / "guide.html").write_text("mine")
    code, said = _run("--graph", sample_file, "browser-kit", kit)
    assert code == 2 and f"{kit / 'guide.html'} is not of this command" in said.replace("\n", " ")
    assert (kit / "guide.html").read_text() == "mine"


def test_a_kit_that_was_cut_off_is_completed(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> None:
        if path.name == "saved-queries.zip":
            raise OSError("No space left on device")
        with path.open("wb") as file:
            file.write(content)

    kit = tmp_path / "kit"
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        assert _run("--graph", sample_file, "browser-kit", kit)[0] == 2
    assert _files(kit) and not (kit / "saved-queries.zip").exists()
    assert _run("--graph", sample_file, "browser-kit", kit)[0] == 0
    assert (kit / "saved-queries.zip").is_file()


def test_a_list_of_files_leads_nowhere_outside(sample_file: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    kit = tmp_path / "kit"
    kit.mkdir()
    (kit / ".browser-kit").write_text("../thesis.txt\nREADME.txt")
    assert _run("--graph", sample_file, "browser-kit", kit)[0] == 0
    assert (tmp_path / "thesis.txt").read_text() == "mine"


@pytest.fixture(scope="module")
def filled(neo4j: Neo4jServer, bolt: BoltGraph, holding: Holding) -> Iterator[Connection]:
    """The sample on a Neo4j."""
    holding(bolt, [SAMPLE, TABLE])
    with explorer.connect(settings=from_environment(neo4j.environment())) as connection:
        yield connection


def _entities(answer: Answer) -> set[tuple[str, str]]:
    """What the rows name and what was asked about, by kind and id."""
    found = {(column.type, row[column.name]["id"]) for row in answer for column in answer.columns
             if column.type in model.names() and row[column.name]}  # fmt: skip
    for row in answer:
        for column in answer.columns:
            kind = column.type.removesuffix(" list")
            if column.type == "evidence list":
                found |= {("source", each["source"]) for each in row[column.name] or []}
            elif kind in model.names() and column.type != kind:
                found |= {(kind, each["id"]) for each in row[column.name] or []}
    return found


# On the version that comes with Browser; that the others take each drawing is tested where all statements are planned.
@pytest.mark.parametrize("neo4j", SERVERS[:1], indirect=True)
def test_every_drawing_is_of_what_its_answer_names(neo4j: Neo4jServer, filled: Connection) -> None:
    known = examples(filled, Patience(60))
    asked = {name: parameters for name, parameters in ((each.question, each.parameters) for each in known.values())}
    drawn = 0
    with driver.GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as server:
        assert set(filled.catalogue) - set(asked) == {"planned-meetings"}  # none in these files is merely planned
        assert [each.name for each in filled.catalogue.values() if not has_drawing(each)] == ["topics-discussed"]
        for name, question in filled.catalogue.items():
            if name not in asked or not has_drawing(question):
                continue
            answer = filled.run(name, {**asked[name], "limit": 40})
            assert isinstance(answer, Answer) and answer.rows, name
            records, _, _ = server.execute_query(with_literals(question, drawing(question), answer.parameters))
            nodes = {record["node"] for record in records}
            kinds = {kind.title(): kind for kind in model.names()}
            found = {(kinds[label], node["id"]) for node in nodes for label in node.labels if label in kinds}
            about = {
                (each.type, answer.parameters[each.name]["id"])
                for each in question.parameters
                if each.type in model.names() and answer.parameters[each.name]
            }
            assert found == _entities(answer) | about, name
            ends = {end for record in records if record["link"] for end in record["link"].nodes}
            assert ends <= nodes, name
            drawn += len(ends)
    assert drawn > 100


def test_every_step_of_the_guide_shows_something(neo4j: Neo4jServer, filled: Connection) -> None:
    steps = guide.steps(filled, 30)
    assert len(steps) == STEPS
    with driver.GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as server:
        for step in steps:
            assert step.text and server.execute_query(step.cypher)[0], step.title


def test_the_style_knows_every_label_and_type(filled: Connection, neo4j: Neo4jServer) -> None:
    with driver.GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as server:
        labels = {row["label"] for row in server.execute_query("CALL db.labels()")[0]}
        types = {row["relationshipType"] for row in server.execute_query("CALL db.relationshipTypes()")[0]}
    rules = set(re.findall(r"^(\S+) \{", style.grass(), flags=re.M))
    assert {f"node.{each}" for each in labels if each != "Probe"} <= rules
    assert {f"relationship.{each}" for each in types} <= rules


def test_the_guide_is_a_page_too(sample: Connection) -> None:
    client = create_app(sample).test_client()
    page = client.get("/guide")
    assert page.status_code == 200 and page.text.count("<li>") == STEPS and "needs a Neo4j" in page.text
    assert client.get("/guide/slides").text.count("<slide>") == STEPS
    files = ZipFile(BytesIO(client.get("/guide/saved-queries.zip").data))
    assert len(files.namelist()) == 2 * len(CATALOGUE) + sum(map(has_drawing, CATALOGUE.values()))
    assert client.get("/guide/explorer.grass").text == style.grass()


@pytest.mark.parametrize(
    ("settings", "origin", "let"),
    [
        (Settings(neo4j_uri="bolt://localhost:7687"), "http://localhost:7474", True),
        (Settings(neo4j_uri="bolt://localhost:7687"), "http://127.0.0.1:7474", True),
        (Settings(neo4j_uri="bolt://localhost:7687"), "http://localhost:7475", False),
        (Settings(neo4j_uri="neo4j+s://graph.example"), "https://graph.example:7473", True),
        (Settings(neo4j_uri="neo4j+s://graph.example"), "https://elsewhere.example", False),
        (Settings(neo4j_uri="bolt://neo4j", browser="https://browse.example/b/?x=1"), "https://browse.example", True),
        (Settings(neo4j_uri="neo4j+s://x.databases.neo4j.io"), "https://browser.neo4j.io", True),
        (Settings(), "http://localhost:7474", False),
    ],
)
def test_the_slides_are_for_the_browser_of_this_graph_alone(
    sample: Connection, settings: Settings, origin: str, let: bool
) -> None:
    client = create_app(Connection(sample.graph, sample.catalogue, settings)).test_client()
    for made in (client.get, client.options):
        headers = made("/guide/slides", headers={"Origin": origin}).headers
        assert headers.get("Access-Control-Allow-Origin") == (origin if let else None)
        assert headers.get("Access-Control-Allow-Headers") == ("cache-control, pragma" if let else None)
        assert "Origin" in headers["Vary"]
    assert "Access-Control-Allow-Origin" not in client.get("/guide/slides").headers


def test_the_kit_of_a_graph_that_is_not_there_is_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://localhost:1")
    status, said = _run("browser-kit", tmp_path / "kit")
    assert status == 3 and "is it running" in said
    assert not (tmp_path / "kit").exists()


_OWN = """// First report of a meeting
//
// @ask    first report of {meeting}
// @param  meeting  meeting      which
// @param  limit    integer = 1  most rows
// @return evidence evidence     the source and its words
MATCH (m:Meeting {id: $meeting})-[r:REPORTED_IN]->(s:Source)
RETURN {source: s.id, title: s.title, kind: s.kind, quote: r.quote, start: r.quote_start, end: r.quote_end,
        page: r.page} AS evidence
ORDER BY s.id
LIMIT $limit;
"""


def test_a_question_of_ones_own_is_drawn_with_its_source(
    neo4j: Neo4jServer, filled: Connection, tmp_path: Path
) -> None:
    (tmp_path / "first-report.cypher").write_text(_OWN, encoding="utf-8")
    question = catalogue.load(tmp_path)["first-report"]
    values = {"meeting": {"id": "2022-01-21-blinken-lavrov"}, "limit": 1}
    with driver.GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as server:
        records, _, _ = server.execute_query(with_literals(question, drawing(question), values))
    assert len({record["node"] for record in records}) == 2
    assert [record["link"].type for record in records if record["link"]] == ["REPORTED_IN"]


_MANY = """
MATCH (lavrov:Actor {id: 'lavrov'}), (source:Source {id: 'chronicle-of-talks'})
UNWIND $rows AS row
CREATE (m:Meeting {id: row.id, title: row.id, status: 'held'})-[:REPORTED_IN {source: 'chronicle-of-talks', key: row.id}]->(source)
CREATE (m)-[:HAS_PARTICIPANT {source: 'chronicle-of-talks', key: row.id, status: 'attended'}]->(lavrov)
"""


def test_of_a_large_drawing_the_first_rows_are_shown_with_who_was_asked_about(
    neo4j: Neo4jServer, filled: Connection, bolt: BoltGraph
) -> None:
    with bolt.writing() as writer:
        writer.write(Statement("test/many", _MANY), [{"id": f"talk-{number:03}"} for number in range(320)])
    answer = filled.run("meetings-involving", {"actor": "lavrov", "limit": 400})
    assert isinstance(answer, Answer) and len(answer) > 320
    question = filled.catalogue["meetings-involving"]
    with driver.GraphDatabase.driver(neo4j.uri, auth=(neo4j.username, neo4j.password)) as server:
        records, _, _ = server.execute_query(with_literals(question, drawing(question), answer.parameters))
    nodes = {record["node"]["id"] for record in records}
    assert len(nodes) == 300
    assert {"lavrov", *(row["meeting"]["id"] for row in answer.rows[:100])} <= nodes
    arrows = {tuple(end["id"] for end in record["link"].nodes) for record in records if record["link"]}
    assert (answer.rows[0]["meeting"]["id"], "lavrov") in arrows
