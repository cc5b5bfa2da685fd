"""What a search finds comes in an order that people expect, the same on each engine and before every cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.answers.answer import Answer
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.loading.retraction import retract
from explorer.settings import Settings
from explorer.web import create_app

TEXTS = {
    "herald.txt": "Rain fell all day. The chronicle of Ada Berg was read, and the open skies were grey.",
    "diary.txt": "The daily work of a herald is hard. An open door; skies of blue. A quokka was seen.",
}
DOSSIER = {
    "title": "Chronicle of everything",
    "sources": [
        {"id": "a-diary", "title": "Diary", "author": "Zoë Falk", "text": "diary.txt"},
        {"id": "herald-5", "title": "Number 5", "publisher": "The Daily Herald", "text": "herald.txt"},
        {"id": "the-chronicle", "title": "A chronicle of talks"},
    ],
    "places": [{"id": "berg", "name": "Berg"}, {"id": "hague", "name": "The Hague"}],
    "topics": [{"id": "skies", "name": "Open skies"}],
    "actors": [
        {"id": "aa-berg", "kind": "person", "name": "Aaron Berg", "description": "painter of chronicles"},
        {"id": "ada", "kind": "person", "name": "Ada Berg", "aliases": ["Äda de Berg"]},
        {"id": "york", "kind": "organization", "name": "New York, New York"},
        {"id": "york-city", "kind": "organization", "name": "The city of New York"},
    ],
    "meetings": [
        {
            "id": f"m{number:03}",
            "title": f"Supper {number}",
            "date": f"2021-{number % 12 + 1:02}",
            "place": "hague",
            "topics": ["skies"],
            "participants": ["ada", "york-city"] if number else ["aa-berg", "york"],
            "reports": [{"source": "herald-5"}, *([{"source": "a-diary"}] if number == 57 else [])],
        }
        for number in range(60)
    ],
}
#: What is searched for, and the ids of all that is found, in order.
IN_ORDER = {
    "berg": ["berg", "ada", "aa-berg", "herald-5"],
    "Ada Berg": ["ada", "herald-5", "aa-berg", "berg"],
    "ÄDA DE BERG": ["ada", "herald-5", "aa-berg", "berg"],
    "chronicle": ["the-chronicle", "dossier", "herald-5"],
    "chronicles": ["aa-berg"],
    "The Daily Herald": ["herald-5", "a-diary"],
    "zoe falk": ["a-diary"],
    "New York, New York": ["york", "york-city"],
    "the Hague": ["hague"],
    "open skies": ["skies", "herald-5", "a-diary"],
    '"open skies"': ["skies", "herald-5"],
    "“Open Skies!” grey": ["herald-5", "skies"],
    '"the Hague"': ["hague"],
    '"skies open"': [],
    '"herald" quokka': ["a-diary", "herald-5"],
    "quokka": ["a-diary"],
}


@pytest.fixture
def suppers(graph: Graph, tmp_path: Path) -> Connection:
    """A connection to a graph of many suppers, once on each engine."""
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    path = tmp_path / "dossier.yaml"
    path.write_text(json.dumps(DOSSIER), encoding="utf-8")
    load(graph, [path])
    return Connection(graph, load_catalogue(), Settings())


def ids(connection: Connection, words: str, **more: int) -> list[str]:
    answer = connection.run("search", {"words": words, **more})
    assert isinstance(answer, Answer)
    return [row[row["kind"]]["id"] for row in answer]


def test_the_order_is_that_of_names_words_and_weight(suppers: Connection) -> None:
    assert {words: ids(suppers, words) for words in IN_ORDER} == IN_ORDER


def test_a_cut_keeps_the_first_of_all(suppers: Connection) -> None:
    every = ids(suppers, "supper", limit=100)
    assert len(every) == 60 and every[0] == "m057", "which two sources report"
    assert every[1:6] == ["m011", "m023", "m035", "m047", "m059"], "then the latest"
    few = suppers.run("search", {"words": "supper", "limit": 7})
    assert isinstance(few, Answer) and few.truncated
    assert [row["meeting"]["id"] for row in few] == every[:7]
    assert "Only the first 7 rows are shown" in few.notes[0]


def test_a_row_says_where_the_words_stand(suppers: Connection) -> None:
    def found_in(words: str) -> list[str]:
        answer = suppers.run("search", {"words": words})
        assert isinstance(answer, Answer)
        return [row["found_in"] for row in answer]

    assert found_in("berg") == ["name", "name", "name", "text"]
    assert found_in("Aaron chronicles") == ["name; description"]
    assert found_in("zoe quokka") == ["title, publisher or author; text"]


def test_what_stands_only_in_a_retracted_source_is_not_found(suppers: Connection) -> None:
    retract(suppers.graph, "a-diary")
    assert ids(suppers, "quokka") == [] and ids(suppers, "zoe falk") == []
    assert ids(suppers, "daily herald") == ["herald-5"]


def test_what_was_typed_is_kept_with_its_quotation_marks(suppers: Connection) -> None:
    for asked, words in {
        'search "open skies"': '"open skies"',
        "find “Open Skies” grey?": "“Open Skies” grey",
        "search Äda de BERG": "Äda de BERG",
    }.items():
        answer = suppers.ask(asked)
        assert isinstance(answer, Answer) and answer.parameters["words"] == words
        assert [row[row["kind"]]["id"] for row in answer] == ids(suppers, words)
    page = create_app(suppers).test_client().get("/questions/search", query_string={"words": '"Open SKIES"'}).text
    assert page.count("&#34;Open SKIES&#34;") >= 2, "in the heading and in the field"


def test_words_that_stand_nowhere_are_told_with_the_nearest_names(suppers: Connection) -> None:
    def notes(words: str) -> list[str]:
        answer = suppers.run("search", {"words": words})
        assert isinstance(answer, Answer) and not answer.rows
        return answer.notes

    assert notes("Aaronn") == ["Nothing holds 'Aaronn'. Nearest names: Aaron Berg."]
    assert notes("xyzzy") == ["Nothing holds 'xyzzy'. No name is like it."]
