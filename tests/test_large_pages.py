"""Pages of what is large: a page of a long text at a time with the right links to quotes, and a meeting of thousands."""

from __future__ import annotations

import tracemalloc
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from page_reader import Page

from explorer import connect
from explorer.connection import Connection
from explorer.settings import Settings
from explorer.web import create_app, text_pages

TALKS = 1_000
#: A quote, and words for about 400 characters a talk: six pages of text.
QUOTE = "Ann and Bob met for the {}. time."
FILLING = "Nothing is known of what they spoke about, and nobody asked. " * 6


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Connection:
    """A graph with one source, whose text reports every talk with a sentence of its own."""
    folder = tmp_path_factory.mktemp("register")
    text = "\n".join(f"{QUOTE.format(number)} {FILLING}" for number in range(TALKS))
    (folder / "register.txt").write_text(text)
    meetings = "\n".join(
        f"  - {{id: talk-{number}, title: Talk {number}, date: {1800 + number // 10}, participants: [ann, bob],"
        f" reports: ['{QUOTE.format(number)}']}}"
        for number in range(TALKS)
    )
    (folder / "talks.yaml").write_text(
        "title: Talks\n"
        "sources: [{id: register, title: The register, text: register.txt}]\n"
        "actors: [{id: ann, kind: person, name: Ann}, {id: bob, kind: person, name: Bob}]\n"
        f"meetings:\n{meetings}\n"
    )
    connection = connect(settings=Settings(graph=folder / "graph.kgl"))
    connection.load([folder / "talks.yaml"])
    return connection


@pytest.fixture(scope="module")
def client(register: Connection) -> FlaskClient:
    """A client of the app over it."""
    return create_app(register).test_client()


def read(client: FlaskClient, address: str) -> Page:
    """The page there."""
    return Page(client.get(address).get_data(as_text=True))


@pytest.mark.parametrize("number", [0, 170, 500, 999])
def test_a_link_to_a_quote_leads_to_the_page_of_the_text_with_its_mark(client: FlaskClient, number: int) -> None:
    words = QUOTE.format(number)
    address = next(address for address, text in read(client, f"/meetings/talk-{number}").links if text == words)
    there = read(client, address)
    assert there.ids[urlsplit(address).fragment] == words
    marks = [text for _, text in there.links if text.startswith("Ann and Bob met")]
    assert words in marks, "the mark leads on to what it supports"


def test_the_pages_of_the_text_follow_each_other_and_are_the_whole_text(
    client: FlaskClient, register: Connection
) -> None:
    read_so_far, address, pages = "", "/sources/register", 0
    while address:
        page = read(client, address)
        read_so_far += page.ids["source-text"]
        pages += 1
        following = [each for each, text in page.links if text == "Next page"]
        assert following[:1] == following[1:], "above and below the text"
        address = f"/sources/register{following[0]}" if following else ""
    stored = register.page("source", "register")["text"]
    assert read_so_far.split() == stored.split()
    assert pages == 6


def test_a_page_does_not_grow_with_the_text(client: FlaskClient) -> None:
    first, last = (client.get(f"/sources/register?at={at}").get_data() for at in (0, 10**9))
    assert max(len(first), len(last)) < 4 * text_pages.PAGE
    assert first != last


def test_a_place_that_is_no_number_is_told(client: FlaskClient) -> None:
    response = client.get("/sources/register?at=there")
    assert response.status_code == 400
    assert "leave it out" in response.get_data(as_text=True)


@given(st.lists(st.integers(0, 9_000), max_size=80), st.integers(0, 500_000))
def test_every_place_is_on_one_page(lines: list[int], at: int) -> None:
    text = "\n".join("x" * length for length in lines)
    page = text_pages.page_at(text, min(at, len(text)))
    assert page.start <= min(at, len(text)) <= page.end
    assert page.after is None or text_pages.page_at(text, page.after).before == page.start
    assert page.start == 0 or text_pages.page_at(text, page.start - 1).end == page.start
    assert page.end - page.start <= 2 * text_pages.PAGE + 2_000


def meeting_of(people: int, folder: Path) -> FlaskClient:
    """A client over a graph with one meeting of so many people, reported by two sources that name all of them."""
    ids = [f"person-{number}" for number in range(people)]
    (folder / "crowd.yaml").write_text(
        "title: A crowd\n"
        "sources: [{id: paper, title: The paper}, {id: radio, title: The radio}]\n"
        f"actors: [{', '.join(f'{{id: {id}, kind: person, name: Person {id[7:]}}}' for id in ids)}]\n"
        "meetings: [{id: crowd, title: The crowd, date: 2022-01-01, reports: [{source: paper}, {source: radio}],"
        f" participants: [{', '.join(f'{{actor: {id}, reports: [{{source: paper}}, {{source: radio}}]}}' for id in ids)}]}}]\n"
    )
    connection = connect(settings=Settings(graph=folder / "graph.kgl"))
    connection.load([folder / "crowd.yaml"])
    return create_app(connection).test_client()


def test_the_page_of_a_meeting_does_not_grow_with_its_people_and_says_how_many_more(tmp_path: Path) -> None:
    client = meeting_of(2_000, tmp_path)
    html = client.get("/meetings/crowd").get_data(as_text=True)
    assert html.count("and 1,950 more") == 2, "once for each source"
    assert len(html) < 100_000
    assert client.get("/").status_code == 200


def test_the_page_of_a_long_text_holds_it_in_memory_hardly_more_than_once(tmp_path: Path) -> None:
    characters = 4_000_000
    (tmp_path / "long.txt").write_text("Nothing & nobody was mentioned there.\n" * (characters // 38), encoding="utf-8")
    (tmp_path / "texts.yaml").write_text("title: L\nsources: [{id: long, title: Long, text: long.txt}]\n", encoding="utf-8")
    connection = connect(settings=Settings(graph=tmp_path / "graph.kgl"))
    connection.load([tmp_path / "texts.yaml"])
    client = create_app(connection).test_client()
    assert client.get("/sources/long").status_code == 200  # templates are compiled once
    tracemalloc.start()
    try:
        assert client.get("/sources/long?at=2000000").status_code == 200
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 1.5 * characters
