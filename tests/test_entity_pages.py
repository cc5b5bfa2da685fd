"""The pages of actors, meetings, claims and sources: what they show beside the answers to questions, on both engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from conftest import DOSSIERS, SAMPLE, TABLE, Filled, Holding
from flask.testing import FlaskClient
from page_reader import Page

import explorer
from explorer import model
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.errors import TooSlow
from explorer.graph.base import Graph
from explorer.graph.bolt import BoltGraph
from explorer.loading.loader import load
from explorer.settings import Settings
from explorer.statements import Statement
from explorer.web import create_app
from explorer.web.entities import sections
from explorer.web.entities.entity_page import EntityPage, facts

#: The statements of pages that give rows, and the label of the entity that they are about.
DETAILS = {
    "actor-sources": "Actor",
    "counterparts": "Actor",
    "meeting-parts": "Meeting",
    "meeting-sides": "Meeting",
    "meetings-before": "Meeting",
    "meetings-after": "Meeting",
    "claim-sides": "Claim",
    "source-tally": "Source",
    "place-parts": "Place",
}
DOSSIER = """
title: A year of talks
sources:
  - {id: diary, title: Diary, text: diary.txt}
  - {id: gazette, title: Gazette, text: diary.txt}
actors:
  - {id: ann, kind: person, name: Ann}
  - {id: bob, kind: person, name: Bob}
  - {id: cid, kind: person, name: Cid}
  - {id: dot, kind: person, name: Dot}
meetings:
"""
#: id, date, participants, other fields.
MEETINGS = [
    ("first", "2021-01-05", "ann, bob", ""),
    ("second", "2021-02-05", "ann, bob, cid", ""),
    ("apart", "2021-02-20", "ann, dot", ""),
    ("stayed-away", "2021-02-25", "ann, {actor: bob, status: absent}", ""),
    ("third", "2021-03-05", "ann, bob, cid", ""),
    ("same-day", "2021-03-05", "bob, cid", "part_of: third, status: planned"),
    ("fourth", "2021-04", "cid, ann", ""),
    ("undated", "", "ann, bob", ""),
]


@pytest.fixture(scope="module")
def client(sample: Connection) -> FlaskClient:
    """A client of the app over the sample."""
    return create_app(sample).test_client()


@pytest.fixture
def year(graph: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """A year of talks between four people, on each engine."""
    # A server that has just started takes long over its first plans, and a part that comes late is left out.
    monkeypatch.setattr("explorer.web.entities.sections.SECTION_SECONDS", 60.0)
    (tmp_path / "diary.txt").write_text("They met.", encoding="utf-8")
    lines = [
        f"  - {{id: {id}, title: The {id}, participants: [{people}], reports: [{{source: diary, quote: They met.}}"
        + (", {source: gazette, quote: They met.}" if id == "first" else "")
        + "]"
        + (f", date: {date}" if date else "")
        + (f", {more}" if more else "")
        + "}"
        for id, date, people, more in MEETINGS
    ]
    (tmp_path / "year.yaml").write_text(DOSSIER + "\n".join(lines), encoding="utf-8")
    load(graph, [tmp_path / "year.yaml"])
    return Connection(graph, explorer.connect(tmp_path / "none").catalogue, Settings())


@pytest.fixture(scope="module")
def both(bolt: BoltGraph, holding: Holding, filled: Filled) -> list[Connection]:
    """The sample and the real dossiers on both engines."""
    paths = [SAMPLE, TABLE, *DOSSIERS]
    graphs = filled("embedded", paths), holding(bolt, paths)
    return [Connection(graph, load_catalogue(), Settings()) for graph in graphs]


def read(client: FlaskClient, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200, address
    return Page(response.text)


def ids(connection: Connection, label: str) -> list[str]:
    text = f"MATCH (n:{label}) RETURN n.id AS id ORDER BY id"
    return [row["id"] for row in connection.graph.read(Statement("test/ids", text)).rows]


def times(page: Page) -> list[str]:
    return [" ".join(text.split()) for address, text in page.links if "meetings-between" in address]


@pytest.mark.parametrize("name", DETAILS)
def test_both_engines_say_the_same(both: list[Connection], name: str) -> None:
    embedded, neo4j = both
    rows = 0
    for id in ids(embedded, DETAILS[name]):
        found = embedded.details(name, id)
        assert found == neo4j.details(name, id), (name, id)
        rows += len(found)
    assert rows


@pytest.mark.parametrize("kind", ["actor", "meeting", "claim"])
def test_both_engines_give_the_same_fields(both: list[Connection], kind: str) -> None:
    embedded, neo4j = both
    for id in ids(embedded, kind.capitalize()):
        assert embedded.page(kind, id) == neo4j.page(kind, id)


def test_both_engines_know_what_others_report(both: list[Connection]) -> None:
    embedded, neo4j = both
    facts = ids(embedded, "Meeting") + ids(embedded, "Claim")
    assert embedded.details("fact-sources", facts) == neo4j.details("fact-sources", facts)
    assert embedded.details("fact-sources", []) == neo4j.details("fact-sources", []) == []
    pair = ["lavrov", "blinken"]
    assert embedded.details("shared-counterparts", pair) == neo4j.details("shared-counterparts", pair) != []


def test_what_came_before_and_after_between_the_same_people(year: Connection) -> None:
    def found(name: str, id: str) -> list[tuple[str, list[str]]]:
        return [(row["meeting"]["id"], [each["id"] for each in row["shared"]]) for row in year.details(name, id)]

    assert found("meetings-before", "third") == [("second", ["ann", "bob", "cid"]), ("first", ["ann", "bob"])]
    assert found("meetings-after", "third") == [("same-day", ["bob", "cid"]), ("fourth", ["ann", "cid"])]
    assert found("meetings-before", "first") == [] == found("meetings-after", "undated")
    assert found("meetings-after", "first") == [("second", ["ann", "bob"]), ("third", ["ann", "bob"])]
    assert found("meetings-after", "apart") == [] == found("meetings-before", "stayed-away"), "nobody else was there"


def test_the_page_of_a_meeting_leads_on(year: Connection) -> None:
    client = create_app(year).test_client()
    shown = read(client, "/meetings/third")
    text = " ".join(shown.text.split())
    assert "Earlier meetings of the same people 5 February 2021 The second with Ann, Bob, Cid" in text.replace("1. ", "")
    assert "The same-day planned with Bob, Cid" in text
    assert "The third" in read(client, "/meetings/same-day").text
    got = client.get("/meetings/third.json").get_json()
    assert [row["meeting"]["id"] for row in got["meeting_parts"]] == ["same-day"]
    assert [row["meeting"]["id"] for row in got["meetings_before"]] == ["second", "first"]
    assert {"participants-of", "sources-of-meeting", "differing-reports"} <= {
        each["question"] for each in got["answers"]
    }


def test_facts_that_stand_on_one_source_alone(year: Connection) -> None:
    client = create_app(year).test_client()
    text = " ".join(read(client, "/sources/diary").text.split())
    assert "7 of the 8 meetings and claims that it reports stand on this source alone." in text
    assert text.count("only source") == 7 and text.count("also in 1 other source") == 1
    gazette = " ".join(read(client, "/sources/gazette").text.split())
    assert "0 of the 1 meeting or claim" in gazette and "only source" not in gazette


def test_an_actor_in_time(client: FlaskClient) -> None:
    shown = read(client, "/actors/lavrov")
    text = " ".join(shown.text.split())
    assert "Foreign Minister, Russian Foreign Ministry of Russia since March 2004" in text
    for heading in (
        "Posts and memberships",
        "Meetings",
        "Who they met",
        "What they said",
        "Sources",
    ):
        (anchor,) = [address for address, words in shown.links if words == heading]
        assert shown.ids[anchor.removeprefix("#")] == heading
    addresses = [each.split("?")[0] for each in shown.addresses]
    assert {"/questions/timeline", "/questions/who-met", "/questions/neighbourhood"} <= set(addresses)
    fields = [attributes for tag, attributes in shown.tags if tag == "input" and attributes.get("data-suggest")]
    assert [each["name"] for each in fields] == ["other"]
    assert any(tag == "figure" for tag, _ in shown.tags), "the first circle"


def test_counterparts_with_numbers_and_bars(client: FlaskClient, sample: Connection) -> None:
    shown = read(client, "/actors/lavrov")
    rows = sample.run("who-met", actor="lavrov", limit=10).rows
    assert times(shown) == [
        f"{row['times']} meeting{'s' if row['times'] > 1 else ''} with {row['who']['name']}" for row in rows
    ]
    bars = [attributes["width"] for tag, attributes in shown.tags if tag == "rect" and attributes.get("height") == "8"]
    assert [float(each) for each in bars] == [round(100 * row["times"] / rows[0]["times"], 1) for row in rows]


def test_the_busy_are_told_of_in_brief(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    usual = times(read(client, "/actors/lavrov"))
    monkeypatch.setattr(sections, "_HUB", 0)
    assert times(read(client, "/actors/lavrov")) == usual
    got = client.get("/actors/lavrov.json").get_json()
    assert [each["times"] for each in got["counterparts"]][0] == int(usual[0].split()[0])


def test_sources_that_speak_of_an_actor(year: Connection) -> None:
    shown = read(create_app(year).test_client(), "/actors/cid")
    assert "Diary 4 meetings and claims" in " ".join(shown.text.replace("no date", "").split())
    assert "Gazette" not in shown.text


def test_a_claim_and_its_counterpart_side_by_side(client: FlaskClient, sample: Connection) -> None:
    shown = read(client, "/claims/2022-01-21-lavrov-denial")
    text = " ".join(shown.text.split())
    assert shown.text.count("Russia has no plans to attack Ukraine.") >= 3
    assert "is contradicted by Russia could attack Ukraine at very short notice." in text
    assert "supports Russia has neither plans nor intentions to attack Ukraine." in text
    assert ("/meetings/2022-01-21-blinken-lavrov", "Blinken and Lavrov in Geneva") in shown.links
    assert "Lavrov denied that an attack on Ukraine was planned." in text
    got = client.get("/claims/2022-01-21-lavrov-denial.json").get_json()
    assert [each["name"] for each in got["on_behalf_of"]] == ["Russia"]


def test_the_sources_of_a_meeting_stand_side_by_side_on_its_page(client: FlaskClient) -> None:
    shown = read(client, "/meetings/2021-06-16-biden-putin")
    cards = [attributes for tag, attributes in shown.tags if tag == "article" and attributes["class"] == "source-card"]
    assert len(cards) == 3
    assert "Antony Blinken only here" in " ".join(shown.text.split())


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/actors/lavrov", "actor-sources"),
        ("/meetings/2021-06-16-biden-putin", "meetings-before"),
        ("/sources/geneva-notes", "source-tally"),
    ],
)
def test_a_part_that_takes_too_long_is_left_out_and_the_page_not_kept(
    sample: Connection, monkeypatch: pytest.MonkeyPatch, address: str, name: str
) -> None:
    details = Connection.details

    def slow(self: Connection, asked: str, id: Any, **more: Any) -> Any:
        if asked == name:
            raise TooSlow(f"'{asked}' did not finish")
        return details(self, asked, id, **more)

    client = create_app(sample).test_client()
    assert client.get(address).headers["ETag"]
    monkeypatch.setattr(Connection, "details", slow)
    partial = client.get(address)
    assert partial.status_code == 200 and "ETag" not in partial.headers
    assert Page(partial.text).title


@pytest.mark.parametrize("kind", ["actor", "meeting", "claim", "source", "place", "topic"])
def test_every_page_is_well_made(client: FlaskClient, sample: Connection, kind: str) -> None:
    """One first heading, none left out on the way down, every id once, every control named."""
    for id in ids(sample, kind.capitalize()):
        shown = read(client, f"/{kind}s/{id}")
        levels = [int(tag[1]) for tag, _ in shown.tags if tag in ("h1", "h2", "h3", "h4")]
        assert levels[0] == levels.count(1) == 1, id
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), id
        named = [attributes["id"] for _, attributes in shown.tags if "id" in attributes]
        assert len(named) == len(set(named)), id
        labels = {attributes.get("for") for tag, attributes in shown.tags if tag == "label"}
        inputs = [attributes for tag, attributes in shown.tags if tag == "input" and attributes.get("type") != "hidden"]
        assert all(each.get("id") in labels for each in inputs), id


def test_what_the_model_says_of_a_kind_is_on_its_page() -> None:
    document = model.Kind(
        "document", "documents", "a paper that was signed", "title",
        (
            model.Field("title"),
            model.Field("signed", "date", "Signed"),
            model.Field("parties", "texts", "Parties"),
            model.Field("url", "address", "Address"),
            model.Field("notes"),
        ),
        (model.Reference("topics", "HAS_TOPIC", "topic", many=True, heading="On"),),
    )  # fmt: skip
    assert [tuple(fact) for fact in facts(document, {"signed": "2022-01"})] == [
        ("topics", "On", "topic list"),
        ("signed", "Signed", "date"),
        ("parties", "Parties", "string list"),
        ("url", "Address", "url"),
    ]
    place = EntityPage([], "place", "geneva", {"id": "geneva", "name": "Geneva", "country": "Switzerland"})
    assert [(fact.label, value) for fact, value in place.facts] == [("Country", "Switzerland")]
    assert (place.heading, place.kicker, place.shown) == ("Geneva", "Place", [])
