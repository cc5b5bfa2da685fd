"""Every error is a page that says what to do, or a problem document; hostile data stays data."""

from __future__ import annotations

import csv
import io
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from page_reader import Page

import explorer
from explorer.answers import safe_url
from explorer.connection import Connection
from explorer.errors import ExplorerError, GraphError, GraphUnreachable, TooSlow
from explorer.settings import Settings
from explorer.web import create_app

HOSTILE = "<script>alert('1')</script>"
DOSSIER = """
title: "Title {hostile}"
sources:
  - id: leak
    title: "Leak {hostile}"
    text: leak.txt
    url: 'https://example.org/?"><b/onclick=alert(1)>'
    publisher: "<img src=x onerror=alert(1)>"
actors:
  - {{id: mallory, kind: person, name: "Mallory {hostile}", aliases: ['"><b>Mal</b>']}}
  - {{id: formula, kind: person, name: "=1+1"}}
meetings:
  - id: hostile-meeting
    title: "Meeting {hostile}"
    date: 2022-01
    participants: [mallory, formula]
    reports: [{{source: leak, quote: "{hostile} & more"}}]
"""
#: A question that takes longer than anybody waits.
ENDLESS = """// Endless
//
// @ask    endless counting
// @param  limit integer = 10 most rows
// @return n     integer the number
UNWIND range(1, 20000) AS a
UNWIND range(1, 20000) AS b
WITH count(a * b) AS n
RETURN n
ORDER BY n
LIMIT $limit
"""


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client of the app over the sample."""
    return create_app(sample).test_client()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A client of an app over data that tries to be more than data."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "leak.txt").write_text(f"It said: {HOSTILE} & more, and </div> too.", encoding="utf-8")
    (folder / "hostile.yaml").write_text(DOSSIER.format(hostile=HOSTILE), encoding="utf-8")
    connection = explorer.connect(folder / "graph.kgl")
    connection.load([folder / "hostile.yaml"])
    return create_app(connection).test_client()


@pytest.fixture
def unreachable(tmp_path: Path) -> FlaskClient:
    """A client of an app whose graph is not there."""
    return create_app(Settings(graph=tmp_path / "nothing.kgl")).test_client()


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/nowhere", 404, "no page at this address"),
        ("/actors/nobody", 404, "no actor with the id 'nobody'"),
        ("/questions/meetings-envolving", 404, "meetings-involving"),
        ("/questions/meetings-involving?actr=lavrov", 400, "'actor'"),
        ("/ask?question=x", 400, "Did you mean 'q'?"),
        ("/actors/lavrov?since=2022", 400, "Leave out"),
        ("/questions/meetings-involving?actor=lavrov&actor=blinken", 400, "2 times"),
        ("/questions/meetings-involving?actor=lavrov&since=soon", 400, "is not a date"),
        ("/questions/meetings-involving?actor=lavrov&limit=0", 400, "only 1 to"),
        ("/questions/meetings-involving?actor=lavrov&since=2022&until=2021", 400, "earlier day first"),
        ("/questions/meetings-involving?actor=qqqqqqqq", 404, "No actor is called"),
        ("/suggest?q=a&kind=animal", 400, "no kind 'animal'"),
    ],
)
def test_what_is_wrong_is_said_on_a_page_and_as_a_problem(
    client: FlaskClient, address: str, status: int, says: str
) -> None:
    shown = client.get(address)
    assert shown.status_code == status
    assert says in (Page(shown.text).text if shown.mimetype == "text/html" else shown.text)
    told = client.get(address, headers={"Accept": "application/json"})
    problem = told.get_json()
    assert told.mimetype == "application/problem+json"
    assert (told.status_code, problem["status"]) == (status, status)
    assert says in problem["detail"]
    assert set(problem) == {"type", "title", "status", "detail"}


def test_a_wrong_value_is_explained_beside_its_field(client: FlaskClient) -> None:
    form = Page(client.get("/questions/meetings-involving?actor=lavrov&since=soon").text)
    assert "is not a date" in form.ids["fault-since"]
    assert "fault-until" not in form.ids
    fields = {
        attributes["name"]: attributes for tag, attributes in form.tags if tag == "input" and "name" in attributes
    }
    assert fields["since"]["value"] == "soon" and "aria-invalid" in fields["since"]
    assert fields["actor"]["value"] == "lavrov" and "aria-invalid" not in fields["actor"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/questions/meetings-involving.json", 400),
        ("/questions/meetings-involving.csv?actor=lavrov&since=soon", 400),
        ("/questions/nothing-like-it.csv", 404),
        ("/actors/nobody.json", 404),
        ("/ask.json", 400),
    ],
)
def test_addresses_of_data_tell_problems_as_data(client: FlaskClient, address: str, status: int) -> None:
    told = client.get(address)
    assert (told.status_code, told.mimetype) == (status, "application/problem+json")


def test_a_person_who_opens_a_broken_csv_link_sees_a_page(client: FlaskClient) -> None:
    shown = client.get("/questions/nothing-like-it.csv", headers={"Accept": "text/html,*/*;q=0.8"})
    assert (shown.status_code, shown.mimetype) == (404, "text/html")


def test_nothing_can_be_sent(client: FlaskClient) -> None:
    refused = client.post("/ask?q=x")
    assert refused.status_code == 405
    assert "GET" in refused.headers["Allow"]
    assert client.post("/ask.json?q=x").get_json()["status"] == 405


def test_a_graph_that_is_not_there(unreachable: FlaskClient) -> None:
    for address in ("/", "/questions/most-connected", "/actors/lavrov", "/ask?q=most+connected"):
        shown = unreachable.get(address)
        assert shown.status_code == 503, address
        assert "Load something first" in Page(shown.text).text
    assert unreachable.get("/questions/most-connected.json").get_json()["status"] == 503
    with unreachable.get("/static/icon.svg") as style:
        assert style.status_code == 200


@pytest.mark.parametrize("error", [GraphUnreachable, GraphError, TooSlow])
def test_health_is_503_whatever_the_graph_says(
    sample: Connection, monkeypatch: pytest.MonkeyPatch, error: type[ExplorerError]
) -> None:
    def failing(*_: object) -> None:
        raise error("There is no graph.")

    monkeypatch.setattr(type(sample.graph), "dataset", failing)
    told = create_app(sample).test_client().get("/health")
    assert (told.status_code, told.mimetype) == (503, "application/problem+json")
    assert (told.get_json()["status"], told.get_json()["detail"]) == (503, "There is no graph.")


def test_a_page_that_lacks_a_section_is_not_kept(sample: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    client = create_app(sample).test_client()
    run = sample.run

    def slow(name: str, given: dict[str, str], **more: object) -> object:
        if name == "claims-by":
            raise TooSlow("'claims-by' did not finish")
        return run(name, given, **more)

    for address in ("/actors/lavrov", "/actors/lavrov.json"):
        assert client.get(address).headers["ETag"]
        with monkeypatch.context() as patched:
            patched.setattr(sample, "run", slow)
            partial = client.get(address)
        assert partial.status_code == 200 and "ETag" not in partial.headers


def test_an_unexpected_error_is_logged_and_not_shown(
    sample: Connection, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr("explorer.web.entities.entity_page.entity_page", broken)
    client = create_app(sample).test_client()
    with caplog.at_level(logging.ERROR):
        shown, told = client.get("/actors/lavrov"), client.get("/actors/lavrov.json")
    assert (shown.status_code, told.status_code) == (500, 500)
    assert "secret" not in shown.text + told.text and "Traceback" not in shown.text + told.text
    assert "secret detail" in caplog.text and "/actors/lavrov" in caplog.text
    assert "Content-Security-Policy" in shown.headers


def test_a_question_that_takes_too_long(sample: Connection, tmp_path: Path) -> None:
    (tmp_path / "endless.cypher").write_text(ENDLESS, encoding="utf-8")
    settings = replace(sample.settings, queries=tmp_path, timeout=0.2)
    client = create_app(settings).test_client()
    assert "/questions/endless" in Page(client.get("/").text).addresses
    shown = client.get("/questions/endless")
    assert shown.status_code == 504
    assert "within 0.2 seconds" in Page(shown.text).text
    assert client.get("/questions/endless.json").get_json()["status"] == 504


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/actors/mallory",
        "/actors/formula",
        "/meetings/hostile-meeting",
        "/sources/leak",
        "/sources/hostile",
        "/questions/meetings-involving?actor=mallory",
        "/questions/meetings-involving?actor=mallory&asked=" + HOSTILE,
        "/questions/search?words=alert",
        "/ask?q=" + HOSTILE,
        "/nowhere" + HOSTILE,
        "/questions/" + HOSTILE,
        "/actors/" + HOSTILE,
        "/questions/meetings-involving?actor=mallory&since=" + HOSTILE,
    ],
)
def test_hostile_data_stays_data(hostile: FlaskClient, address: str) -> None:
    shown = hostile.get(address, follow_redirects=True)
    read = Page(shown.text)
    scripts = [attributes for tag, attributes in read.tags if tag == "script"]
    assert all(list(attributes) == ["src", "type"] and attributes["src"].startswith("/static/built/") for attributes in scripts), "only our own"
    assert not any(tag in ("img", "b") for tag, _ in read.tags)
    assert not any(address.lower().startswith("javascript") for address in read.addresses)
    assert not any(name.startswith("on") for _, attributes in read.tags for name in attributes)


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://example.org/a?b=c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://[broken", False),
        ("", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(address: str | None, followed: bool) -> None:
    assert (safe_url.safe(address) is not None) == followed


def test_hostile_data_is_shown_as_it_is_written(hostile: FlaskClient) -> None:
    source = Page(hostile.get("/sources/leak").text)
    assert f"It said: {HOSTILE} & more, and </div> too." in source.text
    assert hostile.get("/actors/mallory.json").get_json()["name"] == f"Mallory {HOSTILE}"
    rows = list(csv.DictReader(io.StringIO(hostile.get("/questions/most-connected.csv").text)))
    assert {row["who"] for row in rows} == {f"Mallory {HOSTILE}", "'=1+1"}, "a spreadsheet must not run it"
