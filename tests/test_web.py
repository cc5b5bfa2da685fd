"""The pages and their data over the sample: that they answer, agree with each other, and lead only to what is there."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any
from urllib.parse import parse_qsl, urlsplit
from xml.etree import ElementTree

import pytest
from engines import in_ci
from flask.testing import FlaskClient
from page_reader import Page

from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.dates import show
from explorer.web import create_app
from explorer.web.security import POLICY

INVOLVING = "/questions/meetings-involving?actor=lavrov"
#: A value for every parameter that some question needs, by its name or its type.
VALUES = {
    "actor": "lavrov",
    "other": "blinken",
    "organization": "ru",
    "place": "geneva",
    "topic": "security-guarantees",
    "meeting": "2021-06-16-biden-putin",
    "claim": "2022-01-21-lavrov-denial",
    "source": "geneva-notes",
    "words": "ukraine",
    "role": "foreign minister",
    "since": "2021-01-01",
    "until": "2022-12-31",
}


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client of the app over the sample."""
    return create_app(sample).test_client()


def page(client: FlaskClient, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200, address
    return Page(response.text)


def test_home_counts_and_lists_every_question(client: FlaskClient, sample: Connection) -> None:
    home = page(client, "/")
    for number in sample.status().counts.values():
        assert str(number) in home.text
    for name in sample.catalogue:
        assert f"/questions/{name}" in home.addresses


def test_the_examples_of_home_all_have_answers(client: FlaskClient) -> None:
    examples = [address for address in page(client, "/").addresses if address.startswith("/ask?")]
    assert len(examples) >= 3
    for address in examples:
        response = client.get(address, follow_redirects=True)
        assert Page(response.text).rows, address


def test_asking_leads_to_the_permanent_address_and_says_what_was_asked(client: FlaskClient) -> None:
    response = client.get("/ask?q=meetings+involving+Lavrov")
    assert response.status_code == 302
    target = urlsplit(response.location)
    assert target.path == "/questions/meetings-involving"
    assert dict(parse_qsl(target.query)) == {"actor": "lavrov", "asked": "meetings involving Lavrov"}
    answered = page(client, response.location)
    assert "You asked: “meetings involving Lavrov”" in answered.text
    assert ("link", {"rel": "canonical", "href": INVOLVING}) in answered.tags


def test_page_json_and_csv_of_an_answer_say_the_same(client: FlaskClient) -> None:
    shown = page(client, INVOLVING).rows
    rows = client.get("/questions/meetings-involving.json?actor=lavrov").get_json()["rows"]
    lines = list(csv.DictReader(io.StringIO(client.get("/questions/meetings-involving.csv?actor=lavrov").text)))
    assert len(shown) == len(rows) == len(lines) > 2
    for on_page, row, line in zip(shown, rows, lines, strict=True):
        assert on_page["Date"] == show(row["date"]) == show(line["date"])
        assert on_page["Meeting"] == row["meeting"]["title"] == line["meeting"]
        assert line["meeting_id"] == row["meeting"]["id"]
        for actor in row["with"]:
            assert actor["name"] in on_page["With"] and actor["name"] in line["with"]
        for evidence in row["evidence"]:
            assert evidence["title"] in on_page["Evidence"] and evidence["source"] in line["evidence"]


def test_the_json_is_that_of_the_answer(client: FlaskClient, sample: Connection) -> None:
    got = client.get("/questions/meetings-involving.json?actor=Лавров&until=2021").get_json()
    answer = sample.run("meetings-involving", actor="lavrov", until="2021-12-31")
    expected = json.loads(json.dumps(answer.to_dict(), default=str))
    assert {**got, "milliseconds": 0} == {**expected, "milliseconds": 0}
    assert got["parameters"]["actor"] == {"type": "actor", "id": "lavrov", "name": "Sergei Lavrov"}


@pytest.mark.parametrize("name", load_catalogue())
def test_every_question_has_its_form_its_answer_and_its_data(client: FlaskClient, name: str) -> None:
    asked = load_catalogue()[name]
    form = page(client, f"/questions/{name}")
    assert {f"field-{parameter.name}" for parameter in asked.parameters} <= set(_ids(form))
    values = {each.name: VALUES.get(each.name) or VALUES[each.type] for each in asked.parameters if each.required}
    answered = client.get(f"/questions/{name}", query_string=values)
    assert answered.status_code == 200, "ids alone are the permanent address already"
    table = client.get(f"/questions/{name}", query_string={**values, "view": "table"})
    assert asked.cypher.strip() in Page(answered.text).text
    got = client.get(f"/questions/{name}.json", query_string=values).get_json()
    assert got["count"] == len(got["rows"]) == len(Page(table.text).rows)
    header = client.get(f"/questions/{name}.csv", query_string=values).text.splitlines()[0].split(",")
    assert set(header) >= {column["name"] for column in got["columns"]}


def _ids(form: Page) -> list[str]:
    return [attributes["id"] for _, attributes in form.tags if "id" in attributes]


def test_names_and_defaults_in_an_address_become_the_permanent_one(client: FlaskClient) -> None:
    response = client.get("/questions/meetings-involving?actor=Sergey+Lavrov&since=January+2022&until=&limit=100")
    assert response.status_code == 302
    assert response.location == "/questions/meetings-involving?actor=lavrov&since=2022-01-01"
    assert client.get(response.location).status_code == 200


def test_a_name_that_fits_several_gives_choices(client: FlaskClient) -> None:
    address = "/questions/meetings-involving?actor=Sergei"
    chosen = [each for each in page(client, address).addresses if "?actor=" in each]
    assert chosen == [f"/questions/meetings-involving?actor={each}" for each in ("lavrov", "ryabkov")]
    got = client.get("/questions/meetings-involving.json?actor=Sergei").get_json()
    assert [each["parameters"]["actor"] for each in got["choices"]] == ["lavrov", "ryabkov"]
    assert client.get("/questions/meetings-involving.csv?actor=Sergei").status_code == 400


def test_words_that_fit_nothing_still_lead_somewhere(client: FlaskClient) -> None:
    asked = page(client, "/ask?q=meetings+involving+Lavrov+at+Christmas")
    assert INVOLVING in asked.addresses
    assert client.get("/ask.json?q=meetings+involving+Lavrov+at+Christmas").get_json()["choices"]
    lost = page(client, "/ask?q=qqq+zzz")
    assert any(address.startswith("/questions/") for address in lost.addresses)


def test_what_was_cut_says_how_to_get_the_rest(client: FlaskClient) -> None:
    cut = page(client, INVOLVING + "&limit=2")
    assert len(cut.rows) == 2
    assert "and more" in cut.text
    assert f"{INVOLVING}&limit=20" in cut.addresses
    assert len(page(client, f"{INVOLVING}&limit=20").rows) > 2


def test_a_form_without_its_required_values_asks_for_them(client: FlaskClient) -> None:
    form = page(client, "/questions/meetings-between?actor=lavrov")
    assert "Still needed" in form.text
    assert not form.rows
    assert "Still needed" not in page(client, "/questions/meetings-between").text


#: So many pages of one question, view and format are looked at; in CI all are.
EACH = None if in_ci() else 3


def test_everything_that_is_linked_is_there(client: FlaskClient) -> None:
    """From the start page on, every page and every quote that a link names."""
    seen: dict[str, Page | None] = {}
    alike = Counter[tuple[str, ...]]()
    wanted: list[tuple[str, str, str]] = [("/", "", "")]
    while wanted:
        address, fragment, _ = wanted.pop()
        if address not in seen:
            alike[_sort(address)] += 1
            if EACH and alike[_sort(address)] > EACH:
                continue
            response = client.get(address, follow_redirects=True)
            assert response.status_code == 200, address
            seen[address] = Page(response.text) if response.mimetype == "text/html" else None
            found = seen[address]
            targets = [each for each in (found.addresses if found else ()) if "axis=" not in each]  # of which there is no end
            wanted += [_target(each, response.request.full_path.rstrip("?"), address) for each in targets]
        if fragment:
            marked = seen[address]
            assert marked and fragment in marked.ids, f"{address}#{fragment}"
    kinds = {urlsplit(address).path.split("/")[1] for address in seen}
    assert kinds >= {"actors", "meetings", "claims", "places", "topics", "sources", "questions", "ask"}


def _sort(address: str) -> tuple[str, ...]:
    """What an address has in common with others: that of an answer its question, format and view."""
    parts = urlsplit(address)
    if parts.path.startswith("/questions/"):
        return parts.path, dict(parse_qsl(parts.query)).get("view", "")
    return (address,)


def _target(address: str, path: str, page: str) -> tuple[str, str, str]:
    parts = urlsplit(address)
    assert not parts.netloc, "the sample links to nothing outside"
    query = f"?{parts.query}" if parts.query else ""
    return (f"{parts.path}{query}" or path, parts.fragment, page)


def test_the_page_of_a_source_marks_its_quotes_in_place(client: FlaskClient, sample: Connection) -> None:
    marked = page(client, "/sources/geneva-notes")
    text = sample.page("source", "geneva-notes")["text"]
    answer = sample.run("what-a-source-says", source="geneva-notes", limit=1000)
    quotes = {(each["start"], each["end"]) for row in answer.rows for each in row["evidence"] if each["start"]}
    assert len(quotes) > 10
    for start, end in quotes:
        segment = marked.ids[f"quote-{start}"]
        assert text[start:end].split()[0] == segment.split()[0]
    assert marked.ids["source-text"].split() == text.split()


def test_a_dossier_is_shown_as_the_editors(client: FlaskClient) -> None:
    assert "The editor’s record" in page(client, "/sources/diplomacy-2021-2022").text
    summit = page(client, "/meetings/2021-06-16-biden-putin")
    lavrov = next(row for row in summit.rows if row.get("Who") == "Sergei Lavrov")
    assert "editor" in lavrov["Evidence"]


def test_entities_as_json(client: FlaskClient) -> None:
    got = client.get("/actors/lavrov.json").get_json()
    assert (got["entity"], got["id"], got["name"]) == ("actor", "lavrov", "Sergei Lavrov")
    assert {answer["question"] for answer in got["answers"]} >= {"offices-of", "who-met", "claims-by"}


def test_the_same_address_gives_json_to_who_prefers_it(client: FlaskClient) -> None:
    for address in (
        INVOLVING,
        INVOLVING + "&asked=who",
        "/ask?q=most+connected+actors",
        "/actors/lavrov",
        "/questions",
    ):
        got = client.get(address, headers={"Accept": "application/json"})
        assert got.mimetype == "application/json", address
        assert "Accept" in got.vary
        assert client.get(address, headers={"Accept": "*/*"}).mimetype == "text/html"


def test_suggestions_by_kind(client: FlaskClient) -> None:
    found = client.get("/suggest?q=lav&kind=actor").get_json()["suggestions"]
    assert found[0] | {"hint": ""} == {
        "kind": "actor",
        "id": "lavrov",
        "name": "Sergei Lavrov",
        "spelling": "lavrov",
        "hint": "",
        "url": "/actors/lavrov",
    }
    assert client.get("/suggest?q=gen&kind=place").get_json()["suggestions"][0]["id"] == "geneva"
    assert client.get("/suggest?q=").get_json() == {"suggestions": []}


def test_health(client: FlaskClient, sample: Connection) -> None:
    got = client.get("/health")
    assert got.get_json() == {"status": "ok", "engine": "embedded", "dataset": sample.graph.dataset()}


@pytest.mark.parametrize("address", ["/", INVOLVING, "/actors/lavrov", "/nowhere", "/suggest?q=a", "/static/icon.svg"])
def test_every_response_is_protected(client: FlaskClient, address: str) -> None:
    with client.get(address) as response:
        assert response.headers["Content-Security-Policy"] == POLICY
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Referrer-Policy"] == "same-origin"


def test_no_page_needs_what_its_policy_forbids(client: FlaskClient) -> None:
    for address in ("/", INVOLVING, "/sources/geneva-notes"):
        for tag, attributes in page(client, address).tags:
            assert tag != "style" and "style" not in attributes
            assert not any(name.startswith("on") for name in attributes)
            assert tag != "script" or attributes["src"].startswith("/static/")


def test_an_answer_that_did_not_change_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get(INVOLVING)
    again = client.get(INVOLVING, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    other = client.get(INVOLVING + "&limit=2", headers={"If-None-Match": first.headers["ETag"]})
    assert other.status_code == 200
    data = client.get(INVOLVING, headers={"If-None-Match": first.headers["ETag"], "Accept": "application/json"})
    assert data.status_code == 200


def test_static_files_are_kept_by_their_content(client: FlaskClient) -> None:
    linked = [attributes for _, attributes in page(client, "/").tags if attributes.get("rel") == "stylesheet"]
    with client.get(linked[0]["href"]) as named, client.get("/static/icon.svg") as unnamed:
        assert "immutable" in named.headers["Cache-Control"]
        assert unnamed.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("address", ["/", INVOLVING, "/actors/lavrov", "/questions/most-connected.csv", "/health"])
def test_head_is_get_without_the_body(client: FlaskClient, address: str) -> None:
    head = client.head(address)
    assert (head.status_code, head.data) == (200, b"")
    assert head.content_type == client.get(address).content_type


def test_the_catalogue_as_json(client: FlaskClient, sample: Connection) -> None:
    got: list[dict[str, Any]] = client.get("/questions.json").get_json()["questions"]
    assert [each["question"] for each in got] == list(sample.catalogue)
    for each in got:
        question = sample.catalogue[each["question"]]
        assert each == {**question.to_dict(), "url": f"/questions/{question.name}"}
        assert list(each) == ["question", "title", "description", "ask", "parameters", "columns", "url"]


def test_the_neighbours_of_a_node_come_as_the_picture_draws_them(client: FlaskClient) -> None:
    got = client.get("/network/meetings/2021-06-16-biden-putin").get_json()
    drawn = {each["key"]: ElementTree.fromstring(each["svg"])[0] for each in got["nodes"]}
    assert {"meeting:2021-06-16-biden-putin", "actor:biden", "actor:putin"} <= drawn.keys()
    for key, node in drawn.items():
        assert node.get("data-key") == key and client.get(node.get("href", "")).status_code == 200
    assert {"source": "actor:biden", "target": "meeting:2021-06-16-biden-putin", "kind": "took part"} in got["links"]
    assert all({each["source"], each["target"]} <= drawn.keys() for each in got["links"])
    assert client.get("/network/places/geneva").status_code == 404
