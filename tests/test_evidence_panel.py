"""The evidence panel: the words come from the stored text, the sources stand side by side, and differences are named."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import DOSSIERS, ENGINES, SAMPLE, TABLE, Filled
from flask.testing import FlaskClient
from page_reader import Page
from test_web_errors import HOSTILE, hostile

import explorer
from explorer.answers.display import by_source
from explorer.connection import Connection
from explorer.settings import Settings
from explorer.web import create_app
from explorer.web.evidence.disagreements import DIFFERS, same_time, sides
from explorer.web.evidence.panel import evidence_address

__all__ = ["hostile"]
SUMMIT = "meeting:2021-06-16-biden-putin"


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client of the app over the sample."""
    return create_app(sample).test_client()


def read(client: FlaskClient, query: str, status: int = 200) -> Page:
    response = client.get(f"/evidence?{query}")
    assert response.status_code == status, response.text
    return Page(response.text)


def cards(page: Page) -> list[str]:
    return [
        attributes["class"]
        for tag, attributes in page.tags
        if tag == "article" and "source-card" in attributes.get("class", "")
    ]


def test_a_quote_stands_in_its_paragraph_with_its_source(client: FlaskClient, sample: Connection) -> None:
    text = sample.page("source", "geneva-notes")["text"]
    start = text.index("Guy Parmelin greeted")
    shown = read(client, f"quote=geneva-notes:{start}:{start + 12}")
    at = f"/sources/geneva-notes#quote-{start}"
    assert (at, "Guy Parmelin") in shown.links and (at, "Notes on the Geneva meetings") in shown.links
    assert "in a park above the lake. Guy Parmelin greeted both guests at the villa." in shown.text
    assert "Explorer sample" in shown.text and "The deputies" not in shown.text


def test_what_an_address_gives_is_cut_from_the_text_whatever_it_says(client: FlaskClient, sample: Connection) -> None:
    text = sample.page("source", "geneva-notes")["text"]
    marked = [words for address, words in read(client, "quote=geneva-notes:5:25").links if "#quote-5" in address]
    assert marked[-1] == text[5:25]


@pytest.mark.parametrize(
    ("query", "status", "says"),
    [
        ("", 400, "names no quote"),
        ("quotes=x", 400, "unknown option: 'quotes'"),
        ("about=meeting", 400, "names nothing"),
        ("about=animal:x", 400, "actor, meeting, claim"),
        ("about=actor:lavrov&about=actor:lavrov", 400, "2 times"),
        ("about=actor:lavrov", 400, "names no quote"),
        ("about=meeting:nothing", 404, "no meeting with the id 'nothing'"),
        ("quote=nobody", 404, "no source with the id 'nobody'"),
        ("quote=nobody:1:2", 404, "no source with the id 'nobody'"),
        ("quote=geneva-notes:5:999999", 404, "no passage from 5 to 999999"),
        ("quote=geneva-notes:9:9", 404, "no passage from 9 to 9"),
        ("quote=geneva-notes:1:99999999999999999999", 404, "no source"),
        ("quote=diplomacy-2021-2022:1:2", 404, "is not stored"),
    ],
)
def test_what_is_wrong_is_said(client: FlaskClient, query: str, status: int, says: str) -> None:
    assert says in read(client, query, status).text


def test_a_source_that_is_gone_leaves_the_others(client: FlaskClient) -> None:
    shown = read(client, "quote=gone&quote=geneva-notes:5:25")
    assert len(cards(shown)) == 2 and "no source with the id 'gone'" in shown.text


def test_the_page_stands_alone_and_the_panel_does_not(client: FlaskClient) -> None:
    whole = client.get(f"/evidence?about={SUMMIT}")
    part = client.get(f"/evidence?about={SUMMIT}", headers={"HX-Request": "true"})
    assert "HX-Request" in whole.vary and "HX-Request" in part.vary
    assert whole.headers["ETag"] != part.headers["ETag"]
    assert Page(whole.text).title.startswith("Evidence for: Summit of Biden and Putin")
    panel = Page(part.text)
    assert panel.tags[0] == (
        "section",
        {"class": "evidence-panel", "aria-label": "Evidence for: Summit of Biden and Putin in Geneva"},
    )
    assert ("button", {"type": "button", "class": "close", "data-close": ""}) in panel.tags
    assert cards(panel) == cards(Page(whole.text)) and len(cards(panel)) == 3


def test_differences_are_marked_and_named(client: FlaskClient) -> None:
    shown = " ".join(read(client, f"about={SUMMIT}").text.split())
    assert "Antony Blinken only here" in shown
    assert "differs" not in shown, "neither a less exact date nor a villa in Geneva is a difference"
    shown = " ".join(read(client, "about=meeting:2021-12-02-osce-stockholm").text.split())
    assert "2–3 December 2021 differs" in shown and "1–2 December 2021 differs" in shown
    assert "Ann Linde (chair) differs" in shown and "Ann Linde (host) differs" in shown


def test_sources_that_do_not_fit_are_counted(client: FlaskClient) -> None:
    shown = read(client, f"about={SUMMIT}&quote=geneva-notes:5:25")
    assert len(cards(shown)) == 1
    assert ("/meetings/2021-06-16-biden-putin", "all on the page of Summit of Biden and Putin in Geneva") in shown.links
    assert "2 more sources" in shown.text
    many = read(client, "quote=geneva-notes:5:25&" + "&".join(f"quote=no-{n}" for n in range(20)))
    assert len(cards(many)) == 12 and "9 more sources" in many.text


def test_an_address_holds_what_fits() -> None:
    evidence = [
        {"source": f"s{n:02}", "quote": f"words {n} {m}", "start": 10 * m, "end": 10 * m + 5}
        for n in range(20)
        for m in range(5)
    ]
    app = create_app(Settings(graph=Path("nothing.kgl")))
    with app.test_request_context():
        address = evidence_address(by_source(evidence), ("claim", "c1"))
        assert address.startswith(
            "/evidence?about=claim:c1&quote=s00:0:5&quote=s00:10:15&quote=s00:20:25&quote=s01:0:5"
        )
        assert address.count("quote=") == 12 * 3
        assert evidence_address(by_source([{"source": "s", "quote": None, "start": None}])) == "/evidence?quote=s"


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("2022-01", "2022-01-21", True),
        ("2022-01-21", "2022-01", True),
        ("2022-01-21", "2022-01-22", False),
        ("2022-01-18/2022-01-20", "2022-01-19", True),
        ("2022-01-18/2022-01-20", "2022-01-20/2022-01-22", False),
        ("../2022-01-23", "2021", True),
        ("../2022-01-23", "2022-02", False),
    ],
)
def test_a_date_may_be_a_less_exact_word_for_another(one: str, other: str, agree: bool) -> None:
    assert same_time(one, other) == agree


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_marked_is_what_the_question_finds(filled: Filled, engine: str) -> None:
    """The panel compares in its own way, quickly; the question `differing-reports` is the measure."""
    graph = filled(engine, [SAMPLE, TABLE, *DOSSIERS])
    connection = Connection(graph, explorer.connect(Path("none")).catalogue, Settings())
    answer = connection.run("differing-reports", limit=1000)
    expected = {
        (row["meeting"]["id"], row["what"], each["source"])
        for row in answer
        for each in row["evidence"] + row["other_evidence"]
    }
    app = create_app(connection)
    found = set()
    with app.app_context():
        for meeting in connection.run("meetings-during", since="1900", until="2100", limit=1000):
            id = meeting["meeting"]["id"]
            for source, said in sides("meeting", id).items():
                for side in said:
                    if any(value.note == DIFFERS for value in side.values):
                        found.add((id, side.label, source))
    labels = {"date": "Date", "place": "Place", "role": "Participants", "attendance": "Participants"}
    assert found == {(id, labels[what], source) for id, what, source in expected} and found


def test_a_claim_and_its_sources(client: FlaskClient) -> None:
    shown = read(client, "about=claim:2022-01-21-lavrov-denial")
    assert len(cards(shown)) == 2
    assert "Lavrov denied that an attack on Ukraine was planned." in shown.text


def test_hostile_sources_stay_data(hostile: FlaskClient) -> None:
    for headers in ({}, {"HX-Request": "true"}):
        response = hostile.get("/evidence?about=meeting:hostile-meeting", headers=headers)
        shown = Page(response.text)
        assert f"{HOSTILE} & more, and </div> too." in shown.text
        assert not any(tag in ("img", "b") for tag, _ in shown.tags)
        assert not any(name.startswith("on") for _, attributes in shown.tags for name in attributes)
        scripts = [attributes for tag, attributes in shown.tags if tag == "script"]
        assert all(attributes.get("src", "").startswith("/static/") for attributes in scripts)
