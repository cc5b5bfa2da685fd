"""Names in questions: the exact whole name wins, whatever words and signs it holds, alike on each engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from explorer.answers.answer import Answer, Choices
from explorer.catalogue.catalogue import load as load_catalogue
from explorer.connection import Connection
from explorer.graph.base import Graph
from explorer.loading.loader import load
from explorer.settings import Settings

ACTORS = {
    "all-quiet": "All Quiet Ferries",
    "quiet": "Quiet Ferries",
    "show": "Show Place House",
    "place-house": "Place House",
    "will-can": "Can Ozan",
    "ali": "Ali Ozan",
    "mission": "Trade Mission",
    "mission-bern": "Trade Mission in Bern",
    "group-2020": "Group of 2020",
    "group": "Group",
    "reactor-2": "Reactor 2 Ltd",
    "henry-8": "King Henry VIII",
    "plan-b": "Plan B Movement",
    "gita": "गीता शर्मा",
    "mani": "மணி",
    "tibet": "བསྟན་འཛིན",
    "thai": "สมชาย",
    "layla": "لَيْلَى",
    "dan": "דָּנִי",
    "council": "Ardia-Borda Council",
    "ardia": "Ardia",
    "borda": "Borda",
    "beijing-university": "北京大学",
}
#: What is asked, and the id of the actor that is found.
FOUND = {
    "meetings involving All Quiet Ferries": "all-quiet",
    "show me all meetings involving all quiet ferries please": "all-quiet",
    "meetings involving Quiet Ferries": "quiet",
    "meetings involving Show Place House": "show",
    "who did Can Ozan meet": "will-can",
    "meetings involving Can Ozan": "will-can",
    "meetings involving Trade Mission in Bern": "mission-bern",
    "meetings involving Group of 2020": "group-2020",
    "meetings involving Reactor 2": "reactor-2",
    "meetings involving Plan B": "plan-b",
    "meetings involving गीता शर्मा": "gita",
    "meetings involving शर्मा": "gita",
    "meetings involving மணி": "mani",
    "meetings involving བསྟན་འཛིན": "tibet",
    "meetings involving สมชาย": "thai",
    "meetings involving ليلى": "layla",
    "meetings involving לַיְלָה or דני": None,
    "meetings involving דני": "dan",
    "meetings involving 大学": "beijing-university",
}
#: What names nobody, and who is offered first.
OFFERED = {
    "meetings involving Reactor 1": "reactor-2",
    "meetings involving Henry V": "henry-8",
    "meetings involving Plan A": "plan-b",
}


@pytest.fixture
def talks(graph: Graph, tmp_path: Path) -> Connection:
    """A connection to a graph of actors whose names hold what questions are made of, once on each engine."""
    meetings = [
        {"id": f"with-{id}", "title": f"Meeting {number}", "participants": [id], "reports": [{"source": "s"}]}
        for number, id in enumerate(ACTORS)
    ]
    dossier = {
        "title": "Names",
        "sources": [{"id": "s", "title": "A source"}],
        "places": [{"id": "bern", "name": "Bern"}],
        "actors": [{"id": id, "kind": "organization", "name": name} for id, name in ACTORS.items()],
        "meetings": meetings,
    }
    path = tmp_path / "names.yaml"
    path.write_text(json.dumps(dossier, ensure_ascii=False), encoding="utf-8")
    load(graph, [path])
    return Connection(graph, load_catalogue(), Settings())


def test_the_exact_whole_name_is_found(talks: Connection) -> None:
    for text, id in FOUND.items():
        answer = talks.ask(text)
        if id:
            assert isinstance(answer, Answer), (text, answer)
            assert answer.parameters["actor"]["id"] == id, text
            assert len(answer) == 1 or answer.question != "meetings-involving", text
        else:
            assert isinstance(answer, Choices), text


def test_a_name_that_is_not_there_is_not_answered_with_another(talks: Connection) -> None:
    for text, id in OFFERED.items():
        choices = talks.ask(text)
        assert isinstance(choices, Choices), text
        assert choices.choices[0].parameters["actor"] == id, (text, choices)


def test_a_name_that_holds_a_place_is_found_in_the_sample(sample: Connection) -> None:
    answer = sample.ask("meetings involving US delegation in Anchorage")
    assert isinstance(answer, Answer) and answer.parameters["actor"]["name"] == "US delegation in Anchorage"
    assert answer.rows[0]["date"] == "2021-03-19"


def test_what_is_searched_for_is_shown_as_it_was_typed(sample: Connection) -> None:
    for words in ("Größe", "Кузнецов", "日内瓦 talks"):
        answer = sample.ask(f"search {words}")
        assert isinstance(answer, Answer) and answer.parameters["words"] == words
