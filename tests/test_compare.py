"""Two actors compared: the page says what the questions say, and every wrong way to ask is answered kindly."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from page_reader import Page
from test_web_errors import HOSTILE, hostile

from explorer.connection import Connection
from explorer.web import create_app
from explorer.web.entities import sections
from explorer.web.pages import compare

__all__ = ["hostile"]
PAIR = "/compare?actor=lavrov&other=blinken"


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client of the app over the sample."""
    return create_app(sample).test_client()


def read(client: FlaskClient, address: str, status: int = 200) -> Page:
    response = client.get(address)
    assert response.status_code == status, address
    return Page(response.text)


def test_the_form_alone(client: FlaskClient) -> None:
    form = read(client, "/compare")
    fields = [
        attributes for tag, attributes in form.tags if tag == "input" and attributes.get("data-suggest") == "/suggest?kind=actor"
    ]
    assert [each["name"] for each in fields] == ["actor", "other"]
    assert not any(attributes.get("role") == "alert" for _, attributes in form.tags)


def test_names_lead_to_the_permanent_address(client: FlaskClient) -> None:
    for query in (
        "actor=Sergey+Lavrov&other=Antony+Blinken",
        "actor=lavrov&other=Blinken",
        "actor=+lavrov&other=blinken",
    ):
        response = client.get(f"/compare?{query}")
        assert (response.status_code, response.location) == (302, PAIR)


def test_a_field_that_still_shows_its_name_stands_for_its_id(client: FlaskClient) -> None:
    form = read(client, PAIR)
    hidden = {
        attributes["name"]: attributes["value"] for tag, attributes in form.tags if attributes.get("type") == "hidden"
    }
    assert hidden == {"~actor": "lavrov Sergei Lavrov", "~other": "blinken Antony Blinken"}
    query = f"actor=Anybody&~actor={quote('putin Anybody')}&other=Blinken&~other={quote('putin Other')}"
    assert client.get(f"/compare?{query}").location == "/compare?actor=putin&other=blinken"


def test_what_both_have_in_common(client: FlaskClient, sample: Connection) -> None:
    shown = read(client, PAIR)
    assert shown.title.startswith("Sergei Lavrov and Antony Blinken")
    for row in sample.run("meetings-between", actor="lavrov", other="blinken"):
        assert (f"/meetings/{row['meeting']['id']}", row["meeting"]["title"]) in shown.links
    for row in sample.run("met-both", actor="lavrov", other="blinken"):
        assert (f"/actors/{row['who']['id']}", row["who"]["name"]) in shown.links
    for name in ("meetings-between", "met-both", "path-between"):
        assert f"/questions/{name}?actor=lavrov&other=blinken" in shown.addresses
    assert "1 meeting with Sergei Lavrov" in shown.text


def test_claims_both_ways(client: FlaskClient) -> None:
    both = read(client, "/compare?actor=blinken&other=ru")
    assert "What Antony Blinken said about Russia" in both.text
    other = read(client, "/compare?actor=ru&other=blinken")
    assert "What Antony Blinken said about Russia" in other.text
    for shown in (both, other):
        assert "/questions/claims-by-about?actor=blinken&other=ru" in [_sorted(each) for each in shown.addresses]
    claims = [{address for address in page.addresses if address.startswith("/claims/")} for page in (both, other)]
    assert claims[0] == claims[1] != set()


def _sorted(address: str) -> str:
    path, _, query = address.partition("?")
    return f"{path}?{'&'.join(sorted(query.split('&')))}"


def test_the_shortest_ways_are_sentences(client: FlaskClient, sample: Connection) -> None:
    chain = sample.run("path-between", actor="sullivan", other="lavrov").rows
    assert {row["path"] for row in chain} and len(chain) > 1, "they never met"
    shown = " ".join(read(client, "/compare?actor=sullivan&other=lavrov").text.split())
    assert "shortest" in shown
    for row in chain[:2]:
        assert row["from"]["name"] in shown and row["to"]["name"] in shown


@pytest.mark.parametrize(
    ("address", "status", "says"),
    [
        ("/compare?actor=lavrov", 200, "Name a second one"),
        ("/compare?other=lavrov", 200, "Name a second one"),
        ("/compare?actor=lavrov&other=lavrov", 200, "Both are Sergei Lavrov"),
        ("/compare?actor=lavrov&other=Сергей+Лавров", 200, "Both are Sergei Lavrov"),
        ("/compare?actor=lavrov&other=qqqqqqqq", 404, "No actor is called 'qqqqqqqq'"),
        ("/compare?actor=lavrov&others=blinken", 400, "Did you mean 'other'?"),
    ],
)
def test_what_is_wrong_is_told_kindly(client: FlaskClient, address: str, status: int, says: str) -> None:
    shown = read(client, address, status)
    assert says in shown.text
    assert status == 400 or any(attributes.get("name") == "other" for _, attributes in shown.tags), "the form stays"


def test_a_name_that_fits_several_gives_choices(client: FlaskClient) -> None:
    chosen = [
        each for each in read(client, "/compare?actor=Sergei&other=blinken").links if each[0].startswith("/compare?")
    ]
    assert chosen == [
        ("/compare?actor=lavrov&other=blinken", "Sergei Lavrov and Antony Blinken"),
        ("/compare?actor=ryabkov&other=blinken", "Sergei Ryabkov and Antony Blinken"),
    ]


def test_the_busy_are_compared_in_brief(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def counterparts(page: Page) -> set[str]:
        return {text for address, text in page.links if "meetings-between?" in address and " with " in text}

    usual = counterparts(read(client, PAIR))
    monkeypatch.setattr(sections, "_HUB", 0)
    assert counterparts(read(client, PAIR)) == usual != set()


def test_chains_that_take_long_to_look_for_are_left_to_the_question(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = "actor=lavrov&other=rau"
    assert "longer than a page should" not in read(client, f"/compare?{pair}").text
    monkeypatch.setattr(compare, "_REACH", 0)
    shown = read(client, f"/compare?{pair}")
    assert "longer than a page should" in shown.text and f"/questions/path-between?{pair}" in shown.addresses
    assert "longer than a page should" not in read(client, PAIR).text, "they met"


def test_hostile_names_stay_data(hostile: FlaskClient) -> None:
    shown = read(hostile, "/compare?actor=mallory&other=formula")
    assert f"Mallory {HOSTILE} and =1+1" in shown.text
    assert not any(tag in ("img", "b") for tag, _ in shown.tags)
    assert not any(name.startswith("on") for _, attributes in shown.tags for name in attributes)
    assert all(attributes.get("src", "").startswith("/static/") for tag, attributes in shown.tags if tag == "script")


def test_what_the_form_was_given_stays_text(client: FlaskClient) -> None:
    shown = read(client, "/compare?actor=<script>alert(1)</script>&other=blinken", 404)
    assert all(attributes.get("src", "").startswith("/static/") for tag, attributes in shown.tags if tag == "script")
    assert any(attributes.get("value") == "<script>alert(1)</script>" for _, attributes in shown.tags)
