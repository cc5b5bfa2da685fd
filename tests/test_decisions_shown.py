"""What is decided to be one entity is shown as one, wherever it is asked for, and its other ids lead on to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient
from page_reader import Page
from test_decisions import decisions, world

from explorer import model
from explorer.answers.answer import Answer
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.cli import main
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.graph.embedded import EmbeddedGraph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.web import create_app

DECIDED = """same:
  - {ids: [lavrov, minister], why: "The paper calls him both."}
  - [blinken, tony]
  - [geneva, genf]
  - [frankness, openness]
  - [geneva-talks, january-talks]
  - [frank, frank-too]
  - [paper, paper-again]
different:
  - {ids: [biden, tony], why: Two Americans}
"""
#: By kind, the id that is kept and another one.
LEADING = {
    "actor": ("lavrov", "minister"),
    "place": ("geneva", "genf"),
    "topic": ("frankness", "openness"),
    "meeting": ("geneva-talks", "january-talks"),
    "claim": ("frank", "frank-too"),
    "source": ("paper", "paper-again"),
}


@pytest.fixture
def decided(graph: Graph, tmp_path: Path) -> Connection:
    """Both dossiers and the decisions in a graph."""
    load(graph, [*world(tmp_path), decisions(tmp_path, DECIDED)])
    return Connection(graph, load_catalogue(), Settings())


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """The pages on the same in an embedded graph."""
    graph = EmbeddedGraph(tmp_path / "graph.kgl")
    load(graph, [*world(tmp_path), decisions(tmp_path, DECIDED)])
    return create_app(Connection(graph, load_catalogue(), Settings())).test_client()


def rows(connection: Connection, question: str, **values: str) -> Answer:
    answer = connection.run(question, values)
    assert isinstance(answer, Answer)
    return answer


def test_every_kind_can_be_decided() -> None:
    assert LEADING.keys() == set(model.names())


def test_an_answer_has_what_was_said_of_all_ids_once(decided: Connection) -> None:
    for actor in ("lavrov", "minister", "Minister Lavrov", "Sergei Lavrov"):
        answer = rows(decided, "meetings-involving", actor=actor)
        assert [row["meeting"]["id"] for row in answer.rows] == ["geneva-talks"], actor
        assert answer.parameters["actor"]["id"] == "lavrov"
    assert [row["who"]["id"] for row in rows(decided, "who-met", actor="tony").rows] == ["lavrov"]
    claims = [row["claim"]["id"] for row in rows(decided, "claims-by", actor="minister").rows]
    assert sorted(claims) == ["denial", "frank"]
    sources = {row["source"]["id"] for row in rows(decided, "sources-of-meeting", meeting="january-talks").rows}
    assert sources == {"paper", "radio", "talks", "more"}, "two sources, and the editor of each file"
    for place in ("geneva", "genf"):
        assert [row["meeting"]["id"] for row in rows(decided, "meetings-in", place=place).rows] == ["geneva-talks"]


def test_completion_offers_one(decided: Connection) -> None:
    assert [found.id for found in decided.suggest("lavrov", ["actor"])] == ["lavrov"]
    assert [found.id for found in decided.suggest("minister", ["actor"])] == ["lavrov"]


def test_counts_are_of_entities(graph: Graph, tmp_path: Path) -> None:
    files = world(tmp_path)
    load(graph, files)
    connection = Connection(graph, load_catalogue(), Settings())
    before = connection.status().counts
    load(graph, [decisions(tmp_path, "same: [[lavrov, minister], [geneva-talks, january-talks]]")])
    after = connection.status().counts
    assert {kind: before[kind] - after[kind] for kind in ("actors", "meetings", "claims", "places")} == {
        "actors": 1, "meetings": 1, "claims": 0, "places": 0,
    }  # fmt: skip


@pytest.mark.parametrize("kind", LEADING)
def test_the_old_address_leads_on(client: FlaskClient, kind: str) -> None:
    kept, other = LEADING[kind]
    plural = model.kind_of(kind).plural
    for suffix in ("", ".json"):
        response = client.get(f"/{plural}/{other}{suffix}")
        assert (response.status_code, response.location) == (302, f"/{plural}/{kept}{suffix}")
        assert client.get(response.location).status_code == 200
    page = Page(client.get(f"/{plural}/{kept}").text)
    assert f"Also recorded as {other}" in " ".join(page.text.split())
    assert "/sources/corrections" in page.addresses
    assert client.get(f"/{plural}/nobody-{other}").status_code == 404


def test_a_page_says_why_and_what_it_is_not(client: FlaskClient) -> None:
    text = " ".join(Page(client.get("/actors/lavrov").text).text.split())
    assert "Also recorded as minister: The paper calls him both. · decided in Corrections" in text
    page = Page(client.get("/actors/blinken").text)
    assert "Not the same as biden" in " ".join(page.text.split()) and "/actors/biden" in page.addresses
    found = client.get("/actors/lavrov.json").json
    assert found and found["decisions"] == [
        {"verdict": "same", "kind": "actor", "ids": ["lavrov", "minister"], "why": "The paper calls him both.",
         "file": "corrections", "title": "Corrections"}
    ]  # fmt: skip
    text = " ".join(Page(client.get("/sources/corrections").text).text.split())
    assert "The same lavrov, minister: The paper calls him both." in text


def test_a_permanent_address_with_the_other_id_leads_on(client: FlaskClient) -> None:
    response = client.get("/questions/meetings-involving?actor=minister")
    assert (response.status_code, response.location) == (302, "/questions/meetings-involving?actor=lavrov")
    answer = client.get("/questions/meetings-involving.json?actor=minister").json
    assert answer and answer["parameters"]["actor"]["id"] == "lavrov" and len(answer["rows"]) == 1
    response = client.get("/compare?actor=minister&other=tony")
    assert (response.status_code, response.location) == (302, "/compare?actor=lavrov&other=blinken")


def test_the_command_takes_the_other_id(tmp_path: Path) -> None:
    graph = tmp_path / "graph.kgl"
    load(EmbeddedGraph(graph), [*world(tmp_path), decisions(tmp_path, DECIDED)])
    done = CliRunner().invoke(main, ["--graph", str(graph), "run", "meetings-involving", "--actor", "minister"])
    assert done.exit_code == 0 and "actor: Sergei Lavrov" in done.output, done.output
    done = CliRunner().invoke(main, ["--graph", str(graph), "retract", "paper-again", "--dry-run"])
    assert done.exit_code == 0 and "paper" in done.output, done.output


def test_the_evidence_of_the_other_id_is_that_of_the_kept_one(client: FlaskClient) -> None:
    kept, other = (client.get(f"/evidence?about=meeting:{id}") for id in LEADING["meeting"])
    assert kept.status_code == 200 and other.text == kept.text.replace(other.request.full_path, kept.request.full_path)
    assert "The paper" in kept.text and "The radio" in kept.text


def test_a_quote_of_what_is_set_aside_is_still_marked_in_its_source(graph: Graph, tmp_path: Path) -> None:
    load(graph, [*world(tmp_path), decisions(tmp_path, "same: [[minister, tony]]")])
    connection = Connection(graph, load_catalogue(), Settings())
    marked = connection.details("quotes-in-text", "paper-again", **{"from": 0, "to": 1_000, "limit": 100})
    assert ("actor", "minister") in {(row["kind"], row["id"]) for row in marked}, "the office of one at the other"
    offices = rows(connection, "offices-of", actor="minister").rows
    assert [row["organization"]["id"] for row in offices] == ["us"], "nobody holds an office at himself"
